package io.github.keycloakjumpcloud.directory.ldap;

import java.time.Duration;

/** A moment by which something must be over. Immutable, independent of the wall clock. */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    boolean leavesLessThan(Duration time) {
        return end - System.nanoTime() < time.toNanos();
    }

    /** What is left, but at most {@code limit}; at least one millisecond, because the LDAP library takes zero for "for ever". */
    long millisWithin(Duration limit) {
        long left = (end - System.nanoTime()) / 1_000_000;
        return Math.max(1, Math.min(left, limit.toMillis()));
    }
}
