package io.github.keycloakjumpcloud.store;

import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param phase name of the phase; {@code null} before the first
 * @param done steps of this phase that are done
 * @param total steps that this phase has, 0 where that is not known
 * @param millis how long the phase has lasted
 */
public record RunProgress(@Nullable String phase, long done, long total, long millis) {

    /** Before the first phase. */
    public static final RunProgress NONE = new RunProgress(null, 0, 0, 0);
}
