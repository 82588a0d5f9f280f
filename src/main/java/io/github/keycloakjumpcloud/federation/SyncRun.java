package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.ReportText;
import io.github.keycloakjumpcloud.sync.SyncMonitor;
import io.github.keycloakjumpcloud.sync.SyncReport;
import io.github.keycloakjumpcloud.sync.SyncRequest;
import io.github.keycloakjumpcloud.sync.UserSync;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.storage.user.SynchronizationResult;

/** One sync as Keycloak's buttons and timers start it. */
final class SyncRun {

    private static final Logger LOG = Logger.getLogger(SyncRun.class);

    private final KeycloakSessionFactory sessions;
    private final String realmId;
    private final ComponentModel model;
    private final ConnectionRegistry connections;

    SyncRun(KeycloakSessionFactory sessions, String realmId, ComponentModel model, ConnectionRegistry connections) {
        this.sessions = sessions;
        this.realmId = realmId;
        this.model = model;
        this.connections = connections;
    }

    /** Runs and reports. Never throws: Keycloak 26.5 and later show a sync that threw as one that succeeded with nothing to do. */
    SynchronizationResult run() {
        SynchronizationResult result = new SynchronizationResult();
        try {
            Transactions transactions = new Transactions(sessions, realmId);
            DirectoryAccess access = transactions.call((session, realm) -> {
                DirectoryAccess prepared = new DirectoryAccess(session, model, connections);
                prepared.directory();
                return prepared;
            });
            if (!access.config().importEnabled()) {
                LOG.infof("%s: not synced, because 'Import users' is off", model.getName());
                return result;
            }
            Directory directory = access.directory();
            SyncRequest request = new SyncRequest(access.config().removal().dryRun(), null, null);
            SyncReport report = new UserSync(transactions, access.config(), model.getId())
                    .everybody(directory, request, SyncMonitor.NONE);
            log(report);
            count(report, result);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: sync failed", model.getName());
            result.setFailed(result.getFailed() + 1);
        }
        return result;
    }

    /** A dry run has done nothing, whatever it lists. */
    private static void count(SyncReport report, SynchronizationResult result) {
        if (!report.dryRun()) {
            result.setAdded(Math.toIntExact(report.added()));
            result.setUpdated(Math.toIntExact(report.updated()));
            result.setRemoved(Math.toIntExact(report.removed()));
        }
        result.setFailed(Math.toIntExact(report.failed()) + (report.problem() == null ? 0 : 1));
    }

    private void log(SyncReport report) {
        ReportText.warnings(report).forEach(line -> LOG.warnf("%s: %s", model.getName(), line));
        ReportText.lines(report).forEach(line -> LOG.infof("%s: %s", model.getName(), line));
    }
}
