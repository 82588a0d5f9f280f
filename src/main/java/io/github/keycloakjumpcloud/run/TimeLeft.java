package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.store.RunProgress;
import org.jspecify.annotations.Nullable;

/** Estimates how much longer a phase will last: the rest is taken to go as fast as what is done. */
public final class TimeLeft {

    private TimeLeft() {}

    /** Milliseconds to the end of the phase; {@code null} where there is nothing to go by. */
    public static @Nullable Long of(RunProgress progress) {
        if (progress.done() <= 0 || progress.total() <= 0) {
            return null;
        }
        long rest = Math.max(0, progress.total() - progress.done());
        return Math.round((double) progress.millis() * rest / progress.done());
    }
}
