package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.SyncReport;
import io.github.keycloakjumpcloud.sync.UserSync;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.storage.user.SynchronizationResult;

/** One sync as Keycloak's buttons and timers start it. */
final class SyncRun {

    private static final Logger LOG = Logger.getLogger(SyncRun.class);
    private static final int LISTED = 50;

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
            SyncReport report = new UserSync(transactions, access.config(), model.getId()).everybody(directory);
            log(report);
            result.setAdded(report.added());
            result.setUpdated(report.updated());
            result.setFailed(report.failed());
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: sync failed", model.getName());
            result.setFailed(result.getFailed() + 1);
        }
        return result;
    }

    private void log(SyncReport report) {
        report.problemText().ifPresent(problem -> LOG.errorf("%s: sync failed: %s", model.getName(), problem));
        list("cannot be imported", report.failures());
        LOG.infof(
                "%s: sync ended after %d ms: %d users added, %d updated, %d unchanged, %d failed, %d no longer in JumpCloud (they"
                        + " cannot sign in and are otherwise left as they are), %d left out; %d groups added, %d no longer in JumpCloud"
                        + " (left as they are)",
                model.getName(),
                report.duration().toMillis(),
                report.added(),
                report.updated(),
                report.unchanged(),
                report.failures().size(),
                report.departed(),
                report.skipped().size(),
                report.groupsAdded(),
                report.departedGroups());
        report.skipped()
                .forEach(entry -> LOG.infof("%s: %s is left out: %s", model.getName(), entry.dn(), entry.reason()));
    }

    private void list(String what, List<RejectedEntry> entries) {
        entries.stream()
                .limit(LISTED)
                .forEach(entry -> LOG.warnf("%s: %s %s: %s", model.getName(), entry.dn(), what, entry.reason()));
        if (entries.size() > LISTED) {
            LOG.warnf("%s: … and %d more", model.getName(), entries.size() - LISTED);
        }
    }
}
