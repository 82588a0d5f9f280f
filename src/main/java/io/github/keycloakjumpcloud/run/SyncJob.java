package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.store.RunEnd;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.WriteFailure;
import io.github.keycloakjumpcloud.sync.ReportText;
import io.github.keycloakjumpcloud.sync.SyncMonitor;
import io.github.keycloakjumpcloud.sync.SyncReport;
import io.github.keycloakjumpcloud.sync.SyncRequest;
import io.github.keycloakjumpcloud.sync.UserSync;
import org.jboss.logging.Logger;

/** Syncs one component with the settings that it has when the run begins. */
final class SyncJob implements RunJob {

    private static final Logger LOG = Logger.getLogger(SyncJob.class);

    private final ComponentAccess component;
    private final SyncRequest request;

    SyncJob(ComponentAccess component, SyncRequest request) {
        this.component = component;
        this.request = request;
    }

    @Override
    public RunEnd run(SyncMonitor monitor) {
        try {
            DirectoryAccess access = component.open();
            return access.config().importEnabled() ? sync(access, monitor) : switchedOff();
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: sync failed", component.target().name());
            return new RunEnd(
                    RunState.FAILED,
                    RunCounts.FAILURE,
                    ReportJson.problem(
                            WriteFailure.isOfDatabase(e)
                                    ? "the sync broke off, because Keycloak's database failed; the next sync goes on from there"
                                    : "the sync broke off; the server's log has the details"),
                    null,
                    null);
        }
    }

    private RunEnd sync(DirectoryAccess access, SyncMonitor monitor) {
        SyncReport report = new UserSync(
                        component.transactions(),
                        access.config(),
                        component.target().componentId())
                .everybody(access.directory(), request, monitor);
        component.connections().meters(component.target().componentId()).runDid(report);
        ReportText.warnings(report)
                .forEach(line -> LOG.warnf("%s: %s", component.target().name(), line));
        ReportText.lines(report)
                .forEach(line -> LOG.infof("%s: %s", component.target().name(), line));
        return new RunEnd(
                RunState.valueOf(report.outcome().name()),
                counts(report),
                ReportJson.of(report),
                report.heldPlan().orElse(null),
                report.goodSettings().orElse(null));
    }

    /** A dry run has done nothing, whatever it lists. */
    private static RunCounts counts(SyncReport report) {
        int failed = Math.toIntExact(report.failed()) + (report.problem() == null ? 0 : 1);
        return report.dryRun()
                ? new RunCounts(0, 0, 0, failed)
                : new RunCounts(
                        Math.toIntExact(report.added()),
                        Math.toIntExact(report.updated()),
                        Math.toIntExact(report.removed()),
                        failed);
    }

    private RunEnd switchedOff() {
        LOG.infof(
                "%s: not synced, because 'Import users' is off",
                component.target().name());
        return new RunEnd(
                RunState.COMPLETED,
                RunCounts.NONE,
                ReportJson.problem("nothing was synced, because 'Import users' is off"),
                null,
                null);
    }
}
