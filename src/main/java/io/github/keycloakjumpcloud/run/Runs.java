package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.store.NewRun;
import io.github.keycloakjumpcloud.store.RunEnd;
import io.github.keycloakjumpcloud.store.RunProgress;
import io.github.keycloakjumpcloud.store.RunStore;
import io.github.keycloakjumpcloud.store.RunStore.Claim;
import io.github.keycloakjumpcloud.store.StoredRun;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts runs on this node, and waits for runs on any. Lives as long as the server; thread-safe. */
final class Runs implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Runs.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final RunStore store;
    private final RunTrail trail;
    private final Map<String, LocalRun> here = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(new RunThreads("jumpcloud-run-"));

    Runs(RunStore store, RunTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** Starts the run, or gives the one of this component that runs already, here or elsewhere. */
    StartedRun start(NewRun run, RunJob job) {
        Claim claim = store.claim(run, Lease.LENGTH);
        trail.lost(claim.lost());
        if (claim.taken()) {
            LocalRun local = new LocalRun(store, run, job, trail);
            here.put(run.id(), local);
            execute(run, local);
        }
        return new StartedRun(claim.runId(), !claim.taken());
    }

    private void execute(NewRun run, LocalRun local) {
        try {
            threads.execute(() -> {
                try {
                    local.run();
                } finally {
                    here.remove(run.id());
                }
            });
        } catch (RejectedExecutionException e) {
            here.remove(run.id());
            store.finish(run.componentId(), run.id(), RunProgress.NONE, RunEnd.FAILURE);
            throw new IllegalStateException("This server is being stopped; nothing is synced any more", e);
        }
    }

    /** Waits for the end of a run on any node; empty where it does not come in time, or the run is not known. */
    Optional<StoredRun> await(String componentId, String runId, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<StoredRun> run;
        do {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            LocalRun local = here.get(runId);
            if (local != null) {
                local.await(left);
            }
            run = store.find(componentId, runId);
        } while (run.isPresent()
                && !run.get().state().ended()
                && !isClosing(Math.min(deadline - System.nanoTime(), LOOK_AGAIN.toNanos())));
        return run.filter(found -> found.state().ended());
    }

    /** Asks the run to stop, wherever it runs; false where it has ended already. */
    boolean cancel(String componentId, String runId) {
        boolean asked = store.requestCancel(componentId, runId);
        LocalRun local = here.get(runId);
        if (asked && local != null) {
            local.cancel();
        }
        return asked;
    }

    /** Whether the server goes down within this time, or there is none left. */
    private boolean isClosing(long nanos) {
        try {
            return nanos <= 0 || closing.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Asks this node's runs to stop and gives them a moment, so that their leases need not run out. */
    @Override
    public void close() {
        closing.countDown();
        threads.shutdown();
        here.values().forEach(run -> {
            LOG.infof("Run %s is asked to end, because the server is stopped", run.id());
            run.cancel();
        });
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        for (LocalRun run : here.values()) {
            if (!run.await(TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()))) {
                LOG.warnf("Run %s goes on while the server is stopped; it will show as lost", run.id());
            }
        }
    }
}
