package io.github.keycloakjumpcloud.directory.ldap;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a server that failed is looked at again. One that fails soon after it was seen to work answers what the look asks, but not what users need; it is
 * looked at later each time, because each return costs somebody a sign-in. Used by one thread.
 */
final class Comeback {

    private static final int MOST_PAUSES = 12;

    private final LongSupplier nanos;
    private final long shortest;
    private final long longest;
    private long pause;
    private long dueAt;
    private boolean back;
    private long backAt;

    /**
     * Begins with a server that works.
     *
     * @param pause time between two looks at first; at last it is twelve times as long
     * @param nanos a clock as {@link System#nanoTime()}
     */
    Comeback(Duration pause, LongSupplier nanos) {
        this.nanos = nanos;
        this.shortest = pause.toNanos();
        this.longest = shortest * MOST_PAUSES;
        this.pause = shortest;
        this.dueAt = nanos.getAsLong();
    }

    /** Whether the server, which has failed, is to be looked at now. */
    boolean isDue() {
        long now = nanos.getAsLong();
        if (back) {
            back = false;
            boolean soon = now - backAt < longest;
            pause = soon ? Math.min(2 * pause, longest) : shortest;
            dueAt = soon ? now + pause : now;
        }
        return now - dueAt >= 0;
    }

    /** The look showed that it works. */
    void happened() {
        back = true;
        backAt = nanos.getAsLong();
    }
}
