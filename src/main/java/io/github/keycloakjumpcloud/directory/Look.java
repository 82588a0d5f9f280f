package io.github.keycloakjumpcloud.directory;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one step of an {@link Inspection} came to.
 *
 * @param <T> what there is to see
 */
public sealed interface Look<T> {

    /** It could be looked at. Whether all is well is for others to judge. */
    record Seen<T>(T what, Duration took) implements Look<T> {}

    /** It could not. */
    record Failed<T>(Problem problem, Duration took) implements Look<T> {}

    /** Nobody looked, because something before it failed or it plays no part. */
    record Skipped<T>() implements Look<T> {}

    /** What was seen; empty where nothing was. */
    default Optional<T> seen() {
        return this instanceof Seen<T> look ? Optional.of(look.what()) : Optional.empty();
    }

    /** The same look at a part or another form of what was seen. */
    default <R> Look<R> map(Function<T, R> form) {
        if (this instanceof Seen<T> look) {
            return new Seen<>(form.apply(look.what()), look.took());
        }
        return this instanceof Failed<T> look ? new Failed<>(look.problem(), look.took()) : new Skipped<>();
    }
}
