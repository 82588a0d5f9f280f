package io.github.keycloakjumpcloud.welcome;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So many mails a second, and no longer than so long. Belongs to one run. */
final class Pace {

    /** Five a second: below what hosted mail servers allow their customers, and a first import of thousands is spread over several runs anyway. */
    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** A slow mail server must not keep a run from its end: until then no other run can begin. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final LongSupplier nanoTime;
    private final Sleep sleep;
    private final long start;
    private long next;

    /** A way to wait. */
    interface Sleep {
        void nanos(long nanos) throws InterruptedException;
    }

    Pace() {
        this(System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    Pace(LongSupplier nanoTime, Sleep sleep) {
        this.nanoTime = nanoTime;
        this.sleep = sleep;
        this.start = nanoTime.getAsLong();
        this.next = start;
    }

    /** Waits for the next mail's turn; false where it never comes. */
    boolean await() {
        long now = nanoTime.getAsLong();
        if (now - start > LONGEST.toNanos()) {
            return false;
        }
        long early = next - now;
        next = Math.max(now, next) + INTERVAL.toNanos();
        try {
            if (early > 0) {
                sleep.nanos(early);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
