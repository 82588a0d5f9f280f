package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.adopt.Adoption;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan;
import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.store.RunEnd;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.sync.SyncMonitor;
import io.github.keycloakjumpcloud.sync.SyncPhase;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Takes another provider's users and groups over, with nobody syncing meanwhile. */
final class AdoptionJob implements RunJob {

    private static final Logger LOG = Logger.getLogger(AdoptionJob.class);

    private final ComponentAccess access;
    private final String sourceId;
    private final String planId;
    private final CompletableFuture<Optional<AdoptionPlan>> result = new CompletableFuture<>();

    AdoptionJob(ComponentAccess access, String sourceId, String planId) {
        this.access = access;
        this.sourceId = sourceId;
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
                            access.target().componentId())
                    .execute(opened.directory(), sourceId, planId, monitor::stopRequested);
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
            LOG.warnf("%s: nothing was adopted: %s", name, plan.refusal());
            return new RunEnd(RunState.FAILED, RunCounts.FAILURE, ReportJson.problem(plan.refusal()), null, null);
        }
        int users = plan.users().size();
        LOG.infof(
                "%s: adopted %d users and %d groups of provider %s, which is switched off now; %d stay there",
                name, users, plan.groups().size(), sourceId, plan.left().size());
        return new RunEnd(
                RunState.COMPLETED,
                new RunCounts(0, users, 0, 0),
                ReportJson.of(Map.of(
                        "adoptedFrom",
                        sourceId,
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
