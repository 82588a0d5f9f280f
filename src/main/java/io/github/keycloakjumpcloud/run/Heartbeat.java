package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.store.NewRun;
import io.github.keycloakjumpcloud.store.RunProgress;
import io.github.keycloakjumpcloud.store.RunStore;
import io.github.keycloakjumpcloud.store.RunStore.Beat;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps a run's lease, writes its progress and hears of its cancellation, once a second on a thread of its own. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final long LAST_BEAT_SECONDS = 10;

    private final RunStore store;
    private final NewRun run;
    private final RunMonitor monitor;
    private final ScheduledExecutorService timer;
    private RunProgress written = RunProgress.NONE;
    private boolean failing;
    private @Nullable Future<?> beats;

    private Heartbeat(RunStore store, NewRun run, RunMonitor monitor, ScheduledExecutorService timer) {
        this.store = store;
        this.run = run;
        this.monitor = monitor;
        this.timer = timer;
    }

    static Heartbeat start(RunStore store, NewRun run, RunMonitor monitor) {
        ScheduledExecutorService timer =
                Executors.newSingleThreadScheduledExecutor(new RunThreads("jumpcloud-heartbeat-"));
        Heartbeat heartbeat = new Heartbeat(store, run, monitor, timer);
        long period = Lease.HEARTBEAT.toMillis();
        heartbeat.beats = timer.scheduleWithFixedDelay(heartbeat::beat, period, period, TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    private void beat() {
        long sentAt = System.nanoTime();
        RunProgress progress = monitor.progress();
        try {
            Beat beat = store.beat(run.componentId(), run.id(), news(progress), Lease.LENGTH);
            written = progress;
            failing = false;
            if (beat.cancelRequested()) {
                monitor.cancel();
            }
            if (beat.held()) {
                monitor.leaseKept(sentAt);
            } else {
                monitor.leaseLost();
            }
        } catch (RuntimeException e) {
            // Once per outage: the next one is due in a second.
            LOG.logf(
                    failing ? Logger.Level.DEBUG : Logger.Level.WARN,
                    e,
                    "The lease of run %s was not renewed",
                    run.id());
            failing = true;
        }
    }

    private @Nullable RunProgress news(RunProgress progress) {
        boolean same = progress.done() == written.done()
                && progress.total() == written.total()
                && String.valueOf(progress.phase()).equals(String.valueOf(written.phase()));
        return same ? null : progress;
    }

    /** No more beats after this. */
    @Override
    public void close() {
        if (beats != null) {
            beats.cancel(false);
        }
        timer.shutdown();
        try {
            if (!timer.awaitTermination(LAST_BEAT_SECONDS, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
