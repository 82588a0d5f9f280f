package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.store.RunProgress;
import io.github.keycloakjumpcloud.sync.SyncMonitor;
import io.github.keycloakjumpcloud.sync.SyncPhase;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run's progress, and the reasons for it to stop. The lease is watched by this node's own monotonic clock too: a node that cannot reach the
 * database must stop writing although nobody can tell it that its lease has ended.
 */
final class RunMonitor implements SyncMonitor {

    private final LongSupplier nanoTime;
    private volatile boolean cancelled;
    private volatile boolean lost;
    private volatile long leaseEnd;
    private @Nullable SyncPhase phase;
    private long done;
    private long total;
    private long phaseStart;

    /** {@code nanoTime} is {@link System#nanoTime} but in tests. */
    RunMonitor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        leaseKept(nanoTime.getAsLong());
    }

    @Override
    public synchronized void phase(SyncPhase next, long steps) {
        phase = next;
        total = steps;
        done = 0;
        phaseStart = nanoTime.getAsLong();
    }

    @Override
    public synchronized void advance(long by) {
        done += by;
    }

    @Override
    public boolean stopRequested() {
        return cancelled || isLeaseLost();
    }

    synchronized RunProgress progress() {
        return phase == null
                ? RunProgress.NONE
                : new RunProgress(
                        phase.name(), done, total, TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - phaseStart));
    }

    /** Somebody asked for the end. */
    void cancel() {
        cancelled = true;
    }

    /** Another run has the lease, or the component is gone. */
    void leaseLost() {
        lost = true;
    }

    /** The lease was renewed by a request that was sent at this time. */
    void leaseKept(long sentAt) {
        leaseEnd = sentAt + Lease.LENGTH.toNanos();
    }

    boolean isLeaseLost() {
        return lost || nanoTime.getAsLong() - leaseEnd > 0;
    }
}
