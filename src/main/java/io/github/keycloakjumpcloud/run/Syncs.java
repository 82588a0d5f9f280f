package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.access.ConnectionRegistry;
import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.adopt.Adoption;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan;
import io.github.keycloakjumpcloud.adopt.Move;
import io.github.keycloakjumpcloud.config.ConfigKeys;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.ldap.LdapConnections;
import io.github.keycloakjumpcloud.directory.ldap.LdapDirectory;
import io.github.keycloakjumpcloud.observe.Metering;
import io.github.keycloakjumpcloud.observe.Spans;
import io.github.keycloakjumpcloud.store.NewRun;
import io.github.keycloakjumpcloud.store.RunStore;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.store.StoredRun;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.SyncReport;
import io.github.keycloakjumpcloud.sync.SyncRequest;
import io.github.keycloakjumpcloud.sync.UserSync;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSessionFactory;

/** Everything that can be done with syncs, for whoever may start them. Lives as long as the server; thread-safe. */
public final class Syncs implements AutoCloseable {

    private final KeycloakSessionFactory sessions;
    private final ConnectionRegistry connections;
    /** Below the 5 minutes that Keycloak gives the request's transaction. */
    private static final Duration ADOPTION_WAITS = Duration.ofMinutes(4);

    private final RunStore store;
    private final KnownProviders known;
    private final RunTrail trail;
    private final Runs runs;
    private final String node = NodeName.create();

    /** @param metering counts this node's runs */
    public Syncs(KeycloakSessionFactory sessions, ConnectionRegistry connections, Metering metering) {
        this.sessions = sessions;
        this.connections = connections;
        this.store = new RunStore(sessions);
        this.known = new KnownProviders(metering);
        this.trail = new RunTrail(store, metering, Spans.of(sessions));
        this.runs = new Runs(store, trail);
    }

    /** Starts a sync, or gives the one of this component that runs already anywhere in the cluster. */
    public StartedRun start(String realmId, ComponentModel component, SyncStart wish) {
        SyncRequest request = new SyncRequest(
                wish.dryRun(),
                wish.approvedPlan(),
                store.goodSettings(component.getId()).orElse(null));
        boolean dryRun = wish.dryRun() || component.get(ConfigKeys.DRY_RUN, false);
        return start(
                newRun(realmId, component, wish, dryRun), component, new SyncJob(access(realmId, component), request));
    }

    /**
     * What moving users from or to another provider would do.
     *
     * @return empty where the realm does not have the other side
     */
    public Optional<AdoptionPlan> previewAdoption(String realmId, ComponentModel component, Move move) {
        ComponentAccess access = access(realmId, component);
        DirectoryAccess opened = access.open();
        return new Adoption(access.transactions(), opened.config(), component.getId(), move)
                .preview(opened.directory());
    }

    /**
     * Moves users, as a run of its own, so that nobody syncs meanwhile; waits for its end.
     *
     * @param planId what the preview showed
     */
    public Optional<AdoptionPlan> adopt(
            String realmId, ComponentModel component, Move move, String planId, String requestedBy) {
        AdoptionJob job = new AdoptionJob(access(realmId, component), move, planId);
        SyncStart wish = new SyncStart(RunTrigger.ADOPTION, false, requestedBy, null);
        if (start(newRun(realmId, component, wish, false), component, job).joined()) {
            return Optional.of(AdoptionPlan.refused(
                    move.otherSide(),
                    "A sync of this provider is running. Wait for its end or cancel it, then try again."));
        }
        return job.result()
                .orTimeout(ADOPTION_WAITS.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Whoever starts a run counts it, and those that were lost before it. */
    private StartedRun start(NewRun run, ComponentModel component, RunJob job) {
        known.used(sessions, component);
        return runs.start(run, job);
    }

    private NewRun newRun(String realmId, ComponentModel component, SyncStart wish, boolean dryRun) {
        return new NewRun(
                UUID.randomUUID().toString(),
                component.getId(),
                realmId,
                wish.trigger(),
                dryRun,
                wish.requestedBy(),
                node);
    }

    private ComponentAccess access(String realmId, ComponentModel component) {
        return new ComponentAccess(SyncTarget.of(realmId, component), new Transactions(sessions, realmId), connections);
    }

    /** What a sync with these settings would do. Takes no lease, opens connections of its own and writes nothing. */
    public SyncReport preview(String realmId, String componentId, JumpCloudConfig config, X509TrustManager trust) {
        SyncRequest request =
                new SyncRequest(true, null, store.goodSettings(componentId).orElse(null));
        try (LdapConnections opened = LdapConnections.open(config.connection(), trust)) {
            return new UserSync(new Transactions(sessions, realmId), config, componentId)
                    .preview(new LdapDirectory(opened, config), request);
        }
    }

    /** Waits for the end of a run on any node; empty where it does not come in time. */
    public Optional<StoredRun> await(String componentId, String runId, Duration limit) {
        return runs.await(componentId, runId, limit);
    }

    /** Brings up to date what this node's meters show of the cluster's runs; two or three small queries. */
    public void refreshMeters(String componentId) {
        trail.refresh(componentId);
    }

    /** The component's last runs, newest first. */
    public List<StoredRun> list(String componentId) {
        return store.list(componentId);
    }

    /** The run with this id, if it is one of the component's and still in the history. */
    public Optional<StoredRun> find(String componentId, String runId) {
        return store.find(componentId, runId);
    }

    /** The report of a run that has ended, as JSON. */
    public Optional<String> report(String componentId, String runId) {
        return store.report(componentId, runId);
    }

    /** Asks a run to end before its next batch; false where it has ended already. */
    public boolean cancel(String componentId, String runId) {
        return runs.cancel(componentId, runId);
    }

    /**
     * Releases the removals that a run has held back, unless somebody has seen another picture since. The new run carries out that plan and no
     * other: where the directory shows something else by now, it holds back again.
     */
    public Approval approve(String realmId, ComponentModel component, String runId, String requestedBy) {
        List<StoredRun> newestFirst = store.list(component.getId());
        StoredRun run = newestFirst.stream()
                .filter(candidate -> candidate.id().equals(runId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such run"));
        Optional<Approval.Reason> refusal = ApprovalRule.refusal(run, newestFirst);
        if (refusal.isPresent()) {
            return new Approval.Refused(refusal.get());
        }
        SyncStart wish = new SyncStart(RunTrigger.APPROVAL, false, requestedBy, run.heldPlan());
        StartedRun started = start(realmId, component, wish);
        // Somebody else's run knows nothing of the approval.
        return started.joined() ? new Approval.Refused(Approval.Reason.RUN_IN_PROGRESS) : new Approval.Started(started);
    }

    @Override
    public void close() {
        runs.close();
    }
}
