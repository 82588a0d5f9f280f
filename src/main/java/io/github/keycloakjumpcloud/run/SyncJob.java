package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.access.ConnectionRegistry;
import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.store.RunEnd;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.ReportText;
import io.github.keycloakjumpcloud.sync.SyncMonitor;
import io.github.keycloakjumpcloud.sync.SyncReport;
import io.github.keycloakjumpcloud.sync.SyncRequest;
import io.github.keycloakjumpcloud.sync.UserSync;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;

/** Syncs one component with the settings that it has when the run begins. */
final class SyncJob implements RunJob {

    private static final Logger LOG = Logger.getLogger(SyncJob.class);

    private final SyncTarget target;
    private final SyncRequest request;
    private final Transactions transactions;
    private final ConnectionRegistry connections;

    SyncJob(SyncTarget target, SyncRequest request, Transactions transactions, ConnectionRegistry connections) {
        this.target = target;
        this.request = request;
        this.transactions = transactions;
        this.connections = connections;
    }

    @Override
    public RunEnd run(SyncMonitor monitor) {
        try {
            DirectoryAccess access = access();
            return access.config().importEnabled() ? sync(access, monitor) : switchedOff();
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: sync failed", target.name());
            return new RunEnd(
                    RunState.FAILED,
                    RunCounts.FAILURE,
                    ReportJson.problem("the sync broke off: " + e.getMessage() + "; the server's log has the details"),
                    null,
                    null);
        }
    }

    private RunEnd sync(DirectoryAccess access, SyncMonitor monitor) {
        SyncReport report = new UserSync(transactions, access.config(), target.componentId())
                .everybody(access.directory(), request, monitor);
        ReportText.warnings(report).forEach(line -> LOG.warnf("%s: %s", target.name(), line));
        ReportText.lines(report).forEach(line -> LOG.infof("%s: %s", target.name(), line));
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
        LOG.infof("%s: not synced, because 'Import users' is off", target.name());
        return new RunEnd(
                RunState.COMPLETED,
                RunCounts.NONE,
                ReportJson.problem("nothing was synced, because 'Import users' is off"),
                null,
                null);
    }

    /** Made in a session, used without one. */
    private DirectoryAccess access() {
        return transactions.call((session, realm) -> {
            ComponentModel component = realm.getComponent(target.componentId());
            if (component == null) {
                throw new IllegalStateException("the provider was removed meanwhile");
            }
            DirectoryAccess prepared = new DirectoryAccess(session, component, connections);
            prepared.directory();
            return prepared;
        });
    }
}
