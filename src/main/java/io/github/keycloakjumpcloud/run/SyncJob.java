package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.access.ConnectionRegistry;
import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.store.RunEnd;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.SyncMonitor;
import io.github.keycloakjumpcloud.sync.SyncReport;
import io.github.keycloakjumpcloud.sync.UserSync;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;

/** Syncs one component with the settings that it has when the run begins. */
final class SyncJob implements RunJob {

    private static final Logger LOG = Logger.getLogger(SyncJob.class);

    private final SyncTarget target;
    private final Transactions transactions;
    private final ConnectionRegistry connections;

    SyncJob(SyncTarget target, Transactions transactions, ConnectionRegistry connections) {
        this.target = target;
        this.transactions = transactions;
        this.connections = connections;
    }

    @Override
    public RunEnd run(SyncMonitor monitor) {
        try {
            return sync();
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: sync failed", target.name());
            return failed("the sync broke off: " + e.getMessage() + "; the server's log has the details");
        }
    }

    private RunEnd sync() {
        DirectoryAccess access = access();
        if (!access.config().importEnabled()) {
            LOG.infof("%s: not synced, because 'Import users' is off", target.name());
            return new RunEnd(
                    RunState.COMPLETED,
                    RunCounts.NONE,
                    ReportJson.problem("nothing was synced, because 'Import users' is off"),
                    null,
                    null);
        }
        Directory directory = access.directory();
        SyncReport report = new UserSync(transactions, access.config(), target.componentId()).everybody(directory);
        SyncLog.write(target.name(), report);
        return new RunEnd(
                report.problem() == null ? RunState.COMPLETED : RunState.FAILED,
                new RunCounts(report.added(), report.updated(), 0, report.failed()),
                report.problem() == null
                        ? ReportJson.of(Map.of("unchanged", report.unchanged()))
                        : ReportJson.problem(report.problem()),
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

    private static RunEnd failed(String problem) {
        return new RunEnd(RunState.FAILED, RunCounts.FAILURE, ReportJson.problem(problem), null, null);
    }
}
