package io.github.keycloakjumpcloud.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.store.RunProgress;
import io.github.keycloakjumpcloud.sync.SyncPhase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunMonitorTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final RunMonitor monitor = new RunMonitor(clock::get);

    @Test
    @DisplayName("progress counts the steps of the current phase and its time")
    void progress() {
        assertThat(monitor.progress()).isEqualTo(RunProgress.NONE);

        monitor.phase(SyncPhase.READING, 0);
        monitor.advance(700);
        monitor.phase(SyncPhase.USERS, 2000);
        monitor.advance(300);
        monitor.advance(200);
        pass(Duration.ofMillis(1500));

        assertThat(monitor.progress()).isEqualTo(new RunProgress("USERS", 500, 2000, 1500));
    }

    @Test
    @DisplayName("a run goes on until somebody cancels it")
    void cancel() {
        assertThat(monitor.stopRequested()).isFalse();

        monitor.cancel();

        assertThat(monitor.stopRequested()).isTrue();
        assertThat(monitor.isLeaseLost()).isFalse();
    }

    @Test
    @DisplayName("a run stops when another one has taken the lease")
    void taken() {
        monitor.leaseLost();

        assertThat(monitor.stopRequested()).isTrue();
        assertThat(monitor.isLeaseLost()).isTrue();
    }

    @Test
    @DisplayName(
            "a run that cannot renew its lease stops when the lease would have ended, counted from the last request that succeeded")
    void unreachable() {
        long sentAt = clock.get();
        pass(Duration.ofSeconds(3));
        monitor.leaseKept(sentAt);

        pass(Lease.LENGTH.minusSeconds(3));
        assertThat(monitor.stopRequested()).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(monitor.stopRequested()).isTrue();

        monitor.leaseKept(clock.get());
        assertThat(monitor.stopRequested()).isFalse();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
