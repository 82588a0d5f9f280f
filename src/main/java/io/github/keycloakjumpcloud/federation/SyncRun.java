package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.config.ConfigKeys;
import io.github.keycloakjumpcloud.run.StartedRun;
import io.github.keycloakjumpcloud.run.SyncStart;
import io.github.keycloakjumpcloud.run.Syncs;
import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.store.StoredRun;
import java.time.Duration;
import java.time.Instant;
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
            Instant end = Instant.now().plus(button ? BUTTON_WAITS : TIMER_WAITS);
            StartedRun started = start();
            Optional<StoredRun> ended = await(started, end);
            if (started.joined() && ended.filter(this::isNoSync).isPresent()) {
                // Whoever wanted a sync has had none yet.
                started = start();
                ended = await(started, end);
            }
            return isInTheWay(started, ended)
                    ? inTheWay()
                    : ended.map(SyncRun::result).orElseGet(this::goesOn);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: sync failed", model.getName());
            SynchronizationResult result = new SynchronizationResult();
            result.setFailed(1);
            return result;
        }
    }

    private StartedRun start() {
        return syncs.start(realmId, model, SyncStart.by(button ? RunTrigger.BUTTON : RunTrigger.TIMER));
    }

    private Optional<StoredRun> await(StartedRun run, Instant end) {
        return syncs.await(model.getId(), run.runId(), Duration.between(Instant.now(), end));
    }

    private static boolean isLost(StoredRun run) {
        return run.state() == RunState.LOST;
    }

    /** Whether it came to no end that anybody wanted: its server has died or was stopped, or it was no sync. */
    private boolean isNoSync(StoredRun run) {
        return isLost(run) || (run.state() == RunState.CANCELLED && !run.cancelRequested()) || isOther(run);
    }

    /** An administrator's look ahead, or a move of users. */
    private boolean isOther(StoredRun run) {
        return run.trigger() == RunTrigger.ADOPTION || (run.dryRun() && !model.get(ConfigKeys.DRY_RUN, false));
    }

    /** Keycloak notes the time of a sync that was not ignored: a timer's was begun, and the next one is due after the period. */
    private SynchronizationResult goesOn() {
        LOG.infof(
                "%s: the sync goes on in the background; its result will be in the history and in this log",
                model.getName());
        return button ? SynchronizationResult.ignored() : new SynchronizationResult();
    }

    private boolean isInTheWay(StartedRun started, Optional<StoredRun> ended) {
        return started.joined()
                && ended.or(() -> syncs.find(model.getId(), started.runId()))
                        .filter(this::isOther)
                        .isPresent();
    }

    private SynchronizationResult inTheWay() {
        LOG.warnf("%s: no sync was started, as a dry run or a move of users is under way; sync again", model.getName());
        return SynchronizationResult.ignored();
    }

    private static SynchronizationResult result(StoredRun run) {
        RunCounts counts = run.counts();
        boolean unreported = isLost(run) || run.state() == RunState.FAILED;
        SynchronizationResult result = new SynchronizationResult();
        result.setAdded(counts.added());
        result.setUpdated(counts.updated());
        result.setRemoved(counts.removed());
        result.setFailed(unreported ? Math.max(1, counts.failed()) : counts.failed());
        return result;
    }
}
