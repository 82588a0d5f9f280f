package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Lookup.Present;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalStore;
import io.github.keycloakjumpcloud.store.ProfileRules;
import io.github.keycloakjumpcloud.store.ResolvedIdAttribute;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings users, groups and memberships from the directory into Keycloak: everybody in a sync, one person at the first sign-in. Both go
 * through the same plan. Every write is committed in a transaction of its own.
 */
public final class UserSync {

    private final Transactions transactions;
    private final JumpCloudConfig config;
    private final String componentId;

    /** Writes users of this component in the realm of these transactions. */
    public UserSync(Transactions transactions, JumpCloudConfig config, String componentId) {
        this.transactions = transactions;
        this.config = config;
        this.componentId = componentId;
    }

    /** Reads the whole directory and brings Keycloak to it. What the network or an entry does wrong is in the report, not thrown. */
    public SyncReport everybody(Directory directory) {
        long start = System.nanoTime();
        ReadOutcome outcome = directory.read();
        if (outcome instanceof ReadOutcome.Failed failed) {
            return SyncReport.failed(failed.problem().sentence(), since(start));
        }
        Snapshot snapshot = (Snapshot) outcome;
        ResolvedIdAttribute.remember(transactions, componentId, snapshot.idAttribute());
        ScreenedPlan screened = plan(snapshot, Scope.EVERYBODY);
        SyncExecutor.Result result = execute(screened.plan());
        return report(screened, result, problem(snapshot, result), since(start));
    }

    /**
     * Creates the person in Keycloak, or brings the Keycloak user with the same identity up to date (a rename, for example).
     *
     * @return why it could not be done, or empty where it was
     */
    public Optional<RejectedEntry> onePerson(Present present) {
        DirectoryUser user = present.user();
        Snapshot snapshot =
                new Snapshot(List.of(user), present.groups(), List.of(), List.of(), present.idAttribute(), null);
        SyncPlan plan = plan(snapshot, Scope.THESE_USERS).plan();
        List<RejectedEntry> failures = failures(plan, execute(plan));
        return failures.stream()
                .filter(failure -> failure.dn().equals(user.dn()))
                .findFirst();
    }

    /** Plans, takes out what Keycloak would refuse to store, and plans again, until nothing is refused any more. */
    private ScreenedPlan plan(Snapshot snapshot, Scope scope) {
        return transactions.call((session, realm) -> {
            LocalStore store =
                    new LocalStore(session, realm, componentId, config.groups().path());
            LocalSnapshot local =
                    scope == Scope.EVERYBODY ? store.readAll(snapshot.users()) : store.readOnly(snapshot.users());
            SyncPlanner planner = new SyncPlanner(
                    config.users().trustEmail(), config.groups().enabled(), realm.isDuplicateEmailsAllowed());
            return ScreenedPlan.of(
                    snapshot,
                    new EntryScreen(ProfileRules.of(session)::fault),
                    picture -> planner.plan(picture, local, scope));
        });
    }

    private SyncExecutor.Result execute(SyncPlan plan) {
        return new SyncExecutor(transactions, config, componentId).execute(plan);
    }

    private static SyncReport report(
            ScreenedPlan screened, SyncExecutor.Result result, @Nullable String problem, Duration duration) {
        SyncPlan plan = screened.plan();
        List<RejectedEntry> failures = failures(plan, result);
        failures.addAll(screened.notes());
        return new SyncReport(
                result.added(),
                result.updated(),
                plan.unchanged(),
                plan.departed().size(),
                plan.departedGroups().size(),
                result.groupsAdded(),
                failures,
                plan.skipped(),
                problem,
                duration);
    }

    private static List<RejectedEntry> failures(SyncPlan plan, SyncExecutor.Result result) {
        List<RejectedEntry> failures = new ArrayList<>(plan.rejected());
        failures.addAll(plan.conflicts());
        failures.addAll(result.failures());
        return failures;
    }

    /** What kept the run from being whole; a database that is away comes first, because it hides the rest. */
    static @Nullable String problem(Snapshot snapshot, SyncExecutor.Result result) {
        if (result.ended()) {
            return "the run ended early, because Keycloak's database did not take several entries in a row; the next sync goes on";
        }
        return snapshot.incomplete().map(Problem::sentence).orElse(null);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
