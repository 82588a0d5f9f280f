package io.github.keycloakjumpcloud.directory;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears of every bind with a user's password. Implementations are thread-safe, quick and never throw. */
@FunctionalInterface
public interface BindListener {

    /** Nobody listens. */
    BindListener NONE = (server, outcome, took) -> {};

    /**
     * A bind is over; called by the thread that asked for it. Binds that were broken off because nobody waits any more are not told.
     *
     * @param server URL of the server that was asked last; {@code null} where no connection came about
     * @param took the caller's whole wait
     */
    void bound(@Nullable String server, BindOutcome outcome, Duration took);
}
