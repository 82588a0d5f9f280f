package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.run.StartedRun;
import io.github.keycloakjumpcloud.run.SyncStart;
import io.github.keycloakjumpcloud.run.Syncs;
import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.store.StoredRun;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.storage.user.SynchronizationResult;

/** One sync as Keycloak's buttons and timers start it: the run that everybody else would get, waited for. */
final class SyncRun {

    private static final Logger LOG = Logger.getLogger(SyncRun.class);

    /** Below the 5 minutes that Keycloak gives the request's transaction. */
    private static final Duration BUTTON_WAITS = Duration.ofMinutes(4);

    /** All of Keycloak's timers share one thread. */
    private static final Duration TIMER_WAITS = Duration.ofSeconds(10);

    private final Syncs syncs;
    private final String realmId;
    private final ComponentModel model;
    private final boolean button;

    SyncRun(Syncs syncs, String realmId, ComponentModel model, boolean button) {
        this.syncs = syncs;
        this.realmId = realmId;
        this.model = model;
        this.button = button;
    }

    /** Runs and reports. Never throws: Keycloak 26.5 and later show a sync that threw as one that succeeded with nothing to do. */
    SynchronizationResult run() {
        try {
            RunTrigger trigger = button ? RunTrigger.BUTTON : RunTrigger.TIMER;
            StartedRun started = syncs.start(realmId, model, SyncStart.by(trigger));
            Optional<StoredRun> ended =
                    syncs.await(model.getId(), started.runId(), button ? BUTTON_WAITS : TIMER_WAITS);
            return ended.map(SyncRun::result).orElseGet(() -> goesOn(button));
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: sync failed", model.getName());
            SynchronizationResult result = new SynchronizationResult();
            result.setFailed(1);
            return result;
        }
    }

    /** Keycloak notes the time of a sync that was not ignored: a timer's was begun, and the next one is due after the period. */
    private SynchronizationResult goesOn(boolean button) {
        LOG.infof(
                "%s: the sync goes on in the background; its result will be in the history and in this log",
                model.getName());
        return button ? SynchronizationResult.ignored() : new SynchronizationResult();
    }

    private static SynchronizationResult result(StoredRun run) {
        RunCounts counts = run.counts();
        boolean unreported = run.state() == RunState.LOST || run.state() == RunState.FAILED;
        SynchronizationResult result = new SynchronizationResult();
        result.setAdded(counts.added());
        result.setUpdated(counts.updated());
        result.setRemoved(counts.removed());
        result.setFailed(unreported ? Math.max(1, counts.failed()) : counts.failed());
        return result;
    }
}
