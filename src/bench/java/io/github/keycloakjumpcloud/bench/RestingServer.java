package io.github.keycloakjumpcloud.bench;

import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Waits for a server that has compiled what it has seen. While many sign in, its compilers compete with all of them for two processors, and fall far
 * behind.
 *
 * @param cpu what it has used of the processors so far
 */
record RestingServer(Supplier<Duration> cpu) {

    /** Below it a server does nothing, or shows waiting pages, but has no longer anything to compile. */
    private static final double QUIET_CORES = 0.3;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMinutes(3);

    void await() {
        Awaitility.await("a quiet server")
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(this::isQuiet);
    }

    private boolean isQuiet() throws InterruptedException {
        Duration before = cpu.get();
        // What a server does in a second shows when the second is over.
        Thread.sleep(LOOK.toMillis());
        return cpu.get().minus(before).toMillis() < QUIET_CORES * LOOK.toMillis();
    }
}
