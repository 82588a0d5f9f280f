package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.adopt.Adoption;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan;
import io.github.keycloakjumpcloud.adopt.Move;
import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.store.RunEnd;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.sync.SyncMonitor;
import io.github.keycloakjumpcloud.sync.SyncPhase;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Moves users and groups from or to another provider, with nobody syncing meanwhile. */
final class AdoptionJob implements RunJob {

    private static final Logger LOG = Logger.getLogger(AdoptionJob.class);

    private final ComponentAccess access;
    private final Move move;
    private final String planId;
    private final CompletableFuture<Optional<AdoptionPlan>> result = new CompletableFuture<>();

    AdoptionJob(ComponentAccess access, Move move, String planId) {
        this.access = access;
        this.move = move;
        this.planId = planId;
    }

    /** What was moved, once this job has run. */
    CompletableFuture<Optional<AdoptionPlan>> result() {
        return result;
    }

    @Override
    public RunEnd run(SyncMonitor monitor) {
        try {
            monitor.phase(SyncPhase.READING, 0);
            DirectoryAccess opened = access.open();
            Optional<AdoptionPlan> plan = new Adoption(
                            access.transactions(),
                            opened.config(),
                            access.target().componentId(),
                            move)
                    .execute(opened.directory(), planId, monitor::stopRequested);
            result.complete(plan);
            return plan.map(this::end).orElse(RunEnd.FAILURE);
        } catch (RuntimeException | Error e) {
            // Whoever waits for the result would wait for ever.
            result.completeExceptionally(e);
            throw e;
        }
    }

    private RunEnd end(AdoptionPlan plan) {
        String name = access.target().name();
        if (plan.refusal() != null) {
            LOG.warnf("%s: nobody was moved: %s", name, plan.refusal());
            return new RunEnd(RunState.FAILED, RunCounts.FAILURE, ReportJson.problem(plan.refusal()), null, null);
        }
        int users = plan.users().size();
        boolean away = move instanceof Move.ToLdap;
        LOG.infof(
                away
                        ? "%s: released %d users and %d groups to provider %s and switched itself off; %d stay here"
                        : "%s: adopted %d users and %d groups of provider %s; %d stay there",
                name,
                users,
                plan.groups().size(),
                move.otherSide(),
                plan.left().size());
        return new RunEnd(
                RunState.COMPLETED,
                new RunCounts(0, users, 0, 0),
                ReportJson.of(Map.of(
                        away ? "releasedTo" : "adoptedFrom",
                        move.otherSide(),
                        "users",
                        users,
                        "groups",
                        plan.groups().size(),
                        "left",
                        plan.left().size())),
                null,
                null);
    }
}
