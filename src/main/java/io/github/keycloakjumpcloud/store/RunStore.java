package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.store.LeaseTable.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.Provider;

/**
 * Leases and history of runs, in this provider's own tables: a realm or component attribute would evict the realm from every node's cache at each
 * step, and Infinispan does not survive a restart. Every call is a small transaction of its own. Thread-safe.
 *
 * <p>All transactions touch the lease before the runs; in another order two of them could wait for each other for ever.
 */
public final class RunStore {

    private static final Logger LOG = Logger.getLogger(RunStore.class);
    private static final int ATTEMPTS = 5;

    private final KeycloakSessionFactory sessions;

    public RunStore(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    /** What must be there as long as runs are, the database and the caches through which it is read: Keycloak closes it last. */
    public static Set<Class<? extends Provider>> needs() {
        return Set.of(JpaConnectionProvider.class, InfinispanConnectionProvider.class);
    }

    /**
     * The run that holds the lease after {@link #claim}.
     *
     * @param taken whether it is the one that was to start
     * @param lost runs of nodes that died, which were given up for it
     */
    public record Claim(String runId, boolean taken, List<StoredRun> lost) {}

    /**
     * What a heartbeat found.
     *
     * @param held whether the run still holds its lease
     */
    public record Beat(boolean held, boolean cancelRequested) {}

    /** Starts the run if no other one of the component runs, anywhere in the cluster. */
    public Claim claim(NewRun run, Duration lease) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Claim> claim = call(session -> tryToClaim(session, run, lease));
            if (claim.isPresent()) {
                return claim.get();
            }
            addRow(run);
        }
        throw new IllegalStateException(
                "The lease for a sync changed hands " + ATTEMPTS + " times in a row; try again");
    }

    private static Optional<Claim> tryToClaim(KeycloakSession session, NewRun run, Duration length) {
        Sql sql = new Sql(session);
        LeaseTable leases = new LeaseTable(sql);
        Optional<Lease> lease = leases.read(run.componentId());
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        long now = lease.get().now();
        if (leases.take(run.componentId(), run.id(), run.node(), now, length)) {
            return Optional.of(new Claim(run.id(), true, new RunTable(sql).start(run, now)));
        }
        return leases.read(run.componentId()).map(Lease::runId).map(holder -> new Claim(holder, false, List.of()));
    }

    private void addRow(NewRun run) {
        try {
            call(session -> {
                LeaseTable leases = new LeaseTable(new Sql(session));
                if (leases.read(run.componentId()).isEmpty()) {
                    leases.add(run.componentId(), run.realmId());
                }
                return true;
            });
        } catch (RuntimeException e) {
            LOG.debugf(e, "Another node was faster to add a row for %s", run.componentId());
        }
    }

    /** Keeps the lease, notes the progress if there is any to note, and hears whether to stop. */
    public Beat beat(String componentId, String runId, @Nullable RunProgress progress, Duration length) {
        return call(session -> {
            Sql sql = new Sql(session);
            LeaseTable leases = new LeaseTable(sql);
            RunTable runs = new RunTable(sql);
            boolean held = leases.read(componentId)
                    .map(lease -> leases.renew(componentId, runId, lease.now(), length))
                    .orElse(false);
            if (held && progress != null) {
                runs.progress(runId, progress);
            }
            return new Beat(held, runs.isCancelRequested(runId));
        });
    }

    /** Closes the run and gives the lease back; false where another run has given it up already, or the component is gone. */
    public boolean finish(String componentId, String runId, RunProgress progress, RunEnd end) {
        return call(session -> {
            Sql sql = new Sql(session);
            LeaseTable leases = new LeaseTable(sql);
            RunTable runs = new RunTable(sql);
            return leases.read(componentId)
                    .map(lease -> {
                        leases.release(componentId, runId, end.goodSettings());
                        runs.progress(runId, progress);
                        return runs.finish(runId, end, lease.now());
                    })
                    .orElse(false);
        });
    }

    /** The component's last runs, newest first. */
    public List<StoredRun> list(String componentId) {
        return call(session -> {
            Sql sql = new Sql(session);
            Optional<Lease> lease = new LeaseTable(sql).read(componentId);
            return new RunTable(sql)
                    .list(componentId).stream().map(run -> seen(run, lease)).toList();
        });
    }

    /** The run with this id, if it is one of the component's. */
    public Optional<StoredRun> find(String componentId, String runId) {
        return call(session -> {
            Sql sql = new Sql(session);
            Optional<Lease> lease = new LeaseTable(sql).read(componentId);
            return new RunTable(sql).find(componentId, runId).map(run -> seen(run, lease));
        });
    }

    /** The report of a run that has ended, as JSON. */
    public Optional<String> report(String componentId, String runId) {
        return call(session -> new RunTable(new Sql(session)).report(componentId, runId));
    }

    /** Asks the run to stop, whichever node it is on; false where it has ended already. */
    public boolean requestCancel(String componentId, String runId) {
        return call(session -> new RunTable(new Sql(session)).requestCancel(componentId, runId));
    }

    /** The digest of the settings that the last good run had. */
    public Optional<String> goodSettings(String componentId) {
        return call(session -> new LeaseTable(new Sql(session)).goodSettings(componentId));
    }

    /** Forgets a component that is being removed, in the transaction that removes it. */
    public static void removeComponent(KeycloakSession session, String componentId) {
        Sql sql = new Sql(session);
        new LeaseTable(sql).removeComponent(componentId);
        new RunTable(sql).removeComponent(componentId);
    }

    /** Forgets a realm that is being removed, in the transaction that removes it: Keycloak does not announce its components one by one. */
    public static void removeRealm(KeycloakSession session, String realmId) {
        Sql sql = new Sql(session);
        new LeaseTable(sql).removeRealm(realmId);
        new RunTable(sql).removeRealm(realmId);
    }

    private static StoredRun seen(StoredRun run, Optional<Lease> lease) {
        boolean alive = lease.map(held -> held.isHeldBy(run.id())).orElse(false);
        return run.state() == RunState.RUNNING && !alive ? run.lost() : run;
    }

    private <T> T call(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
    }
}
