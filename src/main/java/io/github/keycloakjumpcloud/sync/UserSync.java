package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Directory;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.Lookup.Present;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.store.LocalStore;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.store.ProfileRules;
import io.github.keycloakjumpcloud.store.ResolvedIdAttribute;
import io.github.keycloakjumpcloud.store.TableStatistics;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import io.github.keycloakjumpcloud.welcome.Welcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

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

    /**
     * Reads the whole directory and brings Keycloak to it, but for removals that the guard doubts and nobody has approved. What the network or
     * an entry does wrong is in the report, not thrown.
     */
    public SyncReport everybody(Directory directory, SyncRequest request, SyncMonitor monitor) {
        boolean dryRun = request.dryRun() || config.removal().dryRun();
        ReportDraft report = new ReportDraft(dryRun);
        PhaseClock clock = new PhaseClock(monitor);
        clock.begin(SyncPhase.READING, 0);
        BothSides both = BothSides.read(directory::read, this::users);
        if (both.directory() instanceof ReadOutcome.Failed failed) {
            return report.ended(SyncOutcome.FAILED, failed.problem().sentence(), clock.end());
        }
        if (clock.stopRequested()) {
            return report.ended(SyncOutcome.CANCELLED, null, clock.end());
        }
        Snapshot snapshot = (Snapshot) both.directory();
        if (!dryRun) {
            ResolvedIdAttribute.remember(transactions, componentId, snapshot.idAttribute());
        }
        clock.begin(SyncPhase.COMPARING, 0);
        Instant now = Instant.now();
        ScreenedPlan screened = reviewed(snapshot, both.users(), request, now, report);
        String shortfall = snapshot.incomplete().map(Problem::sentence).orElse(null);
        Welcome welcome = config.welcomeEmail() ? Welcome.begin(transactions, componentId, both.users(), dryRun) : null;
        if (dryRun) {
            if (welcome != null) {
                report.welcome(welcome.planned(screened.plan().newUsers()));
            }
            return report.done(screened.plan(), screened.notes(), outcome(shortfall, false), shortfall, clock.end());
        }
        SyncExecutor.Result result = new SyncExecutor(
                        transactions,
                        config,
                        componentId,
                        clock,
                        now,
                        user -> welcome != null && welcome.isDue(user),
                        transactions::concurrency)
                .execute(screened.plan());
        String problem = problem(shortfall, result);
        List<RejectedEntry> failures = new ArrayList<>(screened.notes());
        failures.addAll(result.failures());
        // Whether these are stopped does not matter to the outcome: the sync itself is done.
        if (welcome != null && !result.stopped() && !result.ended()) {
            clock.begin(SyncPhase.MAILS, welcome.waiting());
            report.welcome(welcome.send(result.done().newUsers(), clock::stopRequested, () -> clock.advance(1)));
        }
        return report.done(result.done(), failures, outcome(problem, result.stopped()), problem, clock.end());
    }

    /** What {@link #everybody} would do, with nothing written at all, even where the configuration is not saved yet. */
    public SyncReport preview(Directory directory, SyncRequest request) {
        return everybody(
                directory, new SyncRequest(true, request.approvedPlan(), request.lastGoodSettings()), SyncMonitor.NONE);
    }

    /**
     * Creates the person in Keycloak, without a welcome mail, or brings the Keycloak user with the same identity up to date (a rename, for example).
     *
     * @return whether anything changed, and why something could not be done
     */
    public PersonSync onePerson(Present present) {
        OneWrite first = write(present);
        if (first.whole()) {
            return first.person();
        }
        // Another sign-in may have created the user or one of the groups since the plan was made; the next plan knows
        // them.
        PersonSync second = write(present).person();
        return new PersonSync(first.person().changed() || second.changed(), second.failure(), second.unexplained());
    }

    /**
     * One plan for one person, carried out.
     *
     * @param whole whether nothing that was planned failed, groups included, or nothing can be written anyway
     */
    private record OneWrite(PersonSync person, boolean whole) {}

    private OneWrite write(Present present) {
        Snapshot snapshot = snapshot(present);
        Instant now = Instant.now();
        SyncPlan plan = transactions.call((session, realm) ->
                planFor(snapshot, session, realm, store(session, realm).readOnly(snapshot.users()), now));
        SyncExecutor.Result result = new SyncExecutor(
                        transactions,
                        config,
                        componentId,
                        new PhaseClock(SyncMonitor.NONE),
                        now,
                        user -> false,
                        () -> 1)
                .execute(plan);
        RejectedEntry failure = Stream.concat(obstacles(plan), result.failures().stream())
                .filter(entry -> entry.dn().equals(present.user().dn()))
                .findFirst()
                .orElse(null);
        boolean changed =
                !result.done().newUsers().isEmpty() || !result.done().changes().isEmpty();
        return new OneWrite(
                new PersonSync(changed, failure, result.unexplained()),
                result.failures().isEmpty() || result.ended());
    }

    /** What {@link #onePerson} would meet, with nothing written. */
    public PersonForecast forecast(Present present) {
        Snapshot snapshot = snapshot(present);
        return transactions.call((session, realm) -> {
            LocalSnapshot local = store(session, realm).readOnly(snapshot.users());
            SyncPlan plan = planFor(snapshot, session, realm, local, Instant.now());
            return PersonForecast.of(present.user(), local, obstacles(plan));
        });
    }

    private static Snapshot snapshot(Present present) {
        return new Snapshot(
                List.of(present.user()), present.groups(), List.of(), List.of(), present.idAttribute(), null);
    }

    private SyncPlan planFor(
            Snapshot snapshot, KeycloakSession session, RealmModel realm, LocalSnapshot local, Instant now) {
        SyncPlanner planner = planner(realm.isDuplicateEmailsAllowed());
        return ScreenedPlan.of(
                        snapshot,
                        new EntryScreen(ProfileRules.of(session)::fault),
                        picture -> planner.plan(picture, local, Scope.THESE_USERS, now))
                .plan();
    }

    private static Stream<RejectedEntry> obstacles(SyncPlan plan) {
        return Stream.concat(plan.obstacles().rejected().stream(), plan.conflicts().stream());
    }

    /**
     * Whether ids mean what they meant in the last run in which everything went through.
     *
     * @param lastGoodSettings the digest that this run left, or {@code null} where there was none
     */
    public boolean isProvenBy(@Nullable String lastGoodSettings, IdAttribute idAttribute) {
        return lastGoodSettings == null || lastGoodSettings.equals(SettingsDigest.of(config, idAttribute));
    }

    private List<LocalUser> users(Runnable counted) {
        TableStatistics.refresh(transactions);
        return transactions.call((session, realm) -> store(session, realm).users(counted));
    }

    /** The plan without what Keycloak would refuse to store, and without what the guard holds back. */
    private ScreenedPlan reviewed(
            Snapshot snapshot, List<LocalUser> users, SyncRequest request, Instant now, ReportDraft report) {
        return transactions.call((session, realm) -> {
            Set<String> groupKeys =
                    snapshot.groups().stream().map(DirectoryGroup::key).collect(Collectors.toSet());
            LocalSnapshot local = store(session, realm).everything(users, snapshot.users(), groupKeys);
            SyncPlanner planner = planner(realm.isDuplicateEmailsAllowed());
            ScreenedPlan screened = ScreenedPlan.of(
                    snapshot,
                    new EntryScreen(ProfileRules.of(session)::fault),
                    picture -> planner.plan(picture, local, Scope.EVERYBODY, now));
            report.leftOut(screened.notes().size());
            SyncPlan plan = screened.plan();
            String settings = SettingsDigest.of(config, snapshot.idAttribute());
            GuardVerdict verdict = SyncGuard.review(
                    plan, config.removal(), settings, request.lastGoodSettings(), request.approvedPlan());
            report.verdict(verdict, plan, settings);
            return verdict instanceof GuardVerdict.Held held
                    ? screened.with(planner.plan(screened.picture(), local, Scope.EVERYBODY, now, held.holdback()))
                    : screened;
        });
    }

    private LocalStore store(KeycloakSession session, RealmModel realm) {
        return new LocalStore(session, realm, componentId, config.groups().path());
    }

    private SyncPlanner planner(boolean duplicateEmails) {
        return new SyncPlanner(
                config.users().trustEmail(), config.groups().enabled(), duplicateEmails, config.removal());
    }

    private static SyncOutcome outcome(@Nullable String problem, boolean stopped) {
        if (problem != null) {
            return SyncOutcome.FAILED;
        }
        return stopped ? SyncOutcome.CANCELLED : SyncOutcome.COMPLETED;
    }

    /** What kept the run from being whole; a database that is away comes first, because it hides the rest. */
    static @Nullable String problem(@Nullable String shortfall, SyncExecutor.Result result) {
        return result.ended()
                ? "the run ended early, because Keycloak's database did not take several entries in a row; the next sync goes on"
                : shortfall;
    }
}
