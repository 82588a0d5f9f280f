package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.store.UserWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * Carries out a plan: groups, then users in batches of one transaction each, then removals. A batch that fails is repeated entry by entry, so
 * that a bad entry costs only itself. Stops between batches when asked to. Used once.
 */
final class SyncExecutor {

    private final PhaseClock clock;
    private final Instant now;
    private final BatchWriter writer;
    private final GroupExecutor groups;
    private final Predicate<DirectoryUser> welcomed;

    /**
     * @param now the time that users carry as that of their departure
     * @param welcomed who gets a welcome mail if this run creates him
     * @param writers how many transactions at the same time; asked only where there is more than one batch
     */
    SyncExecutor(
            Transactions transactions,
            JumpCloudConfig config,
            String componentId,
            PhaseClock clock,
            Instant now,
            Predicate<DirectoryUser> welcomed,
            IntSupplier writers) {
        this.clock = clock;
        this.now = now;
        this.welcomed = welcomed;
        this.writer = new BatchWriter(transactions, config, componentId, clock, writers);
        this.groups = new GroupExecutor(transactions, config.groups().path(), componentId, clock, writer::fail);
    }

    /**
     * What was done, in the form of a plan, and what failed; {@code ended} early where the database seemed to be away, {@code unexplained} where anything
     * failed that no entry explains.
     */
    record Result(SyncPlan done, List<RejectedEntry> failures, boolean ended, boolean unexplained, boolean stopped) {}

    /** Writes everything in the plan and reports entries that failed; throws nothing for an entry. */
    Result execute(SyncPlan plan) {
        GroupPlan wanted = plan.groups();
        List<UserRemoval> yielding =
                plan.removals().stream().filter(UserRemoval::yields).toList();
        List<UserRemoval> others =
                plan.removals().stream().filter(removal -> !removal.yields()).toList();
        clock.begin(
                SyncPhase.GROUPS,
                (long) wanted.renamed().size() + wanted.created().size());
        GroupPlan groupsDone = groups.prepare(wanted);

        clock.begin(
                SyncPhase.USERS,
                (long) yielding.size() + plan.changes().size() + plan.newUsers().size());
        // Before anybody takes their names.
        List<UserRemoval> removed = new ArrayList<>(writer.write(yielding, this::removal));
        List<UserChange> changed = new ArrayList<>(
                exchange(plan.changes().stream().filter(UserChange::release).toList()));
        changed.addAll(writer.write(
                plan.changes().stream().filter(change -> !change.release()).toList(), this::change));
        List<DirectoryUser> created = writer.write(NewUser.ascending(plan.newUsers()), this::creation).stream()
                .map(NewUser::user)
                .toList();

        clock.begin(SyncPhase.REMOVALS, (long) others.size() + wanted.removed().size());
        removed.addAll(writer.write(others, this::removal));
        if (!writer.ended()) {
            groupsDone = groups.remove(wanted, groupsDone);
        }
        SyncPlan done =
                new SyncPlan(groupsDone, created, changed, removed, plan.obstacles(), plan.unchanged(), plan.census());
        return new Result(done, writer.failures(), writer.ended(), writer.unexplained(), clock.stopRequested());
    }

    /** Users who pass names on to others: all of them in one transaction, or nobody would know who is left without a name. */
    private List<UserChange> exchange(List<UserChange> changes) {
        if (changes.isEmpty() || writer.ended() || clock.stopRequested()) {
            return List.of();
        }
        List<EntryTask> tasks = new ArrayList<>();
        changes.forEach(change -> tasks.add(new EntryTask(
                change.user().dn(), users -> users.release(change.local().keycloakId()))));
        changes.forEach(change -> tasks.add(change(change)));
        boolean written = writer.together(tasks);
        clock.advance(changes.size());
        return written ? changes : List.of();
    }

    private EntryTask change(UserChange change) {
        return new EntryTask(change.user().dn(), users -> {
            String id = change.local().keycloakId();
            if (change.profile()) {
                users.updateProfile(id, change.user());
            }
            if (!change.join().isEmpty() || !change.leave().isEmpty()) {
                users.updateMemberships(id, groups.ids(change.join()), groups.ids(change.leave()));
            }
        });
    }

    private EntryTask creation(NewUser newUser) {
        DirectoryUser user = newUser.user();
        return new EntryTask(user.dn(), users -> {
            users.create(newUser.keycloakId(), user, groups.ids(user.groupKeys()));
            if (welcomed.test(user)) {
                users.welcome(newUser.keycloakId(), user);
            }
        });
    }

    private EntryTask removal(UserRemoval removal) {
        String dn = removal.user().dn();
        return new EntryTask(dn == null ? removal.user().username() : dn, users -> remove(users, removal));
    }

    private void remove(UserWriter users, UserRemoval removal) {
        String id = removal.user().keycloakId();
        switch (removal.fate()) {
            case DISABLE -> users.disable(id, now);
            case NOTE -> users.depart(id, now);
            case NOTHING -> {}
            case DELETE -> {
                users.delete(id, removal.overdue());
                return;
            }
        }
        if (removal.yields()) {
            users.giveUpNames(id, removal.username());
        }
    }
}
