package io.github.keycloakjumpcloud.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
final class FakeClock extends Clock {

    private final Instant start;
    private Duration passed = Duration.ZERO;

    FakeClock(Instant start) {
        this.start = start;
    }

    void pass(Duration time) {
        passed = passed.plus(time);
    }

    long nanos() {
        return passed.toNanos();
    }

    @Override
    public Instant instant() {
        return start.plus(passed);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
