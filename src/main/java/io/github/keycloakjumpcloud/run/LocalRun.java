package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.store.NewRun;
import io.github.keycloakjumpcloud.store.RunEnd;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunStore;
import io.github.keycloakjumpcloud.store.WriteFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A run on this node, from the lease to the entry in the history. */
final class LocalRun implements Runnable {

    private static final Logger LOG = Logger.getLogger(LocalRun.class);

    private final RunStore store;
    private final NewRun run;
    private final RunJob job;
    private final RunTrail trail;
    private final long start = System.nanoTime();
    private final RunMonitor monitor = new RunMonitor(System::nanoTime);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** The caller has taken the lease for this run. */
    LocalRun(RunStore store, NewRun run, RunJob job, RunTrail trail) {
        this.store = store;
        this.run = run;
        this.job = job;
        this.trail = trail;
    }

    String id() {
        return run.id();
    }

    @Override
    public void run() {
        try {
            RunEnd end = workWithHeartbeat();
            if (finish(end)) {
                trail.ended(run, end.state(), Duration.ofNanos(System.nanoTime() - start));
            }
        } finally {
            ended.countDown();
        }
    }

    private RunEnd workWithHeartbeat() {
        Heartbeat heartbeat = Heartbeat.start(store, run, monitor);
        try {
            return work();
        } finally {
            heartbeat.close();
        }
    }

    private RunEnd work() {
        try {
            RunEnd end = trail.traced(run, job, monitor);
            return monitor.isLeaseLost()
                    ? new RunEnd(RunState.LOST, end.counts(), end.report(), end.heldPlan(), null)
                    : end;
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Run %s failed", run.id());
            return RunEnd.FAILURE;
        }
    }

    /**
     * Whether the end is stored now and was not before. As long as nobody else can have the lease a database that is away is waited for: without its end
     * the run would show as lost, and keep others from starting until the lease is over.
     */
    private boolean finish(RunEnd end) {
        @Nullable RuntimeException failure = null;
        do {
            try {
                // An attempt that failed may have been stored, and its answer lost.
                return store.finish(run.componentId(), run.id(), monitor.progress(), end)
                        || (failure != null && isStored(end));
            } catch (RuntimeException e) {
                LOG.debugf(e, "The end of run %s could not be stored", run.id());
                failure = e;
            }
        } while (!WriteFailure.concernsEntry(failure) && !monitor.isLeaseLost() && pause());
        LOG.errorf(failure, "The end of run %s could not be stored with its report", run.id());
        return finishWithoutReport(end);
    }

    private boolean isStored(RunEnd end) {
        return store.find(run.componentId(), run.id())
                .filter(stored -> stored.state() == end.state())
                .isPresent();
    }

    /** What later runs go by must not be lost with a text that the database does not take. */
    private boolean finishWithoutReport(RunEnd end) {
        try {
            RunEnd bare = new RunEnd(end.state(), end.counts(), null, end.heldPlan(), end.goodSettings());
            return store.finish(run.componentId(), run.id(), monitor.progress(), bare);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The end of run %s could not be stored; it will show as lost", run.id());
            return false;
        }
    }

    /** Until the next attempt; false where nobody is to wait any more. */
    private static boolean pause() {
        try {
            Thread.sleep(Lease.HEARTBEAT.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends before its next batch. */
    void cancel() {
        monitor.cancel();
    }

    /** Waits for the end; false where it does not come within this time. */
    boolean await(long millis) {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
