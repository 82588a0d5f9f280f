package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.GroupTree;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.store.Transactions;
import io.github.keycloakjumpcloud.store.UserWriter;
import io.github.keycloakjumpcloud.store.WriteFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Carries out a plan: groups, then users in batches of one transaction each. A batch that fails is repeated entry by entry, so that a bad
 * entry costs only itself. Used once.
 */
final class SyncExecutor {

    private static final Logger LOG = Logger.getLogger(SyncExecutor.class);

    /** So many failures in a row that no entry explains mean that the database is away; going on would wait for it at every entry. */
    private static final int MOST_STRANGE = 5;

    private final Transactions transactions;
    private final JumpCloudConfig config;
    private final String componentId;
    private final Map<String, String> groupIds = new HashMap<>();
    private final List<RejectedEntry> failures = new ArrayList<>();
    private int groupsAdded;
    private int strangeInARow;

    SyncExecutor(Transactions transactions, JumpCloudConfig config, String componentId) {
        this.transactions = transactions;
        this.config = config;
        this.componentId = componentId;
    }

    /** Writes everything in the plan and reports entries that failed; throws nothing for an entry. */
    Result execute(SyncPlan plan) {
        plan.ownedGroups().forEach(group -> groupIds.put(group.key(), group.keycloakId()));
        plan.newGroups().forEach(this::create);
        int updated =
                exchange(plan.changes().stream().filter(UserChange::release).toList());
        updated += write(plan.changes().stream()
                .filter(change -> !change.release())
                .map(this::change)
                .toList());
        int added = write(plan.newUsers().stream().map(this::creation).toList());
        write(plan.departed().stream()
                .filter(user -> !user.departed())
                .map(SyncExecutor::departure)
                .toList());
        return new Result(added, updated, groupsAdded, failures, strangeInARow >= MOST_STRANGE);
    }

    /** What was written and what was not; {@code ended} early where the database seemed to be away. */
    record Result(int added, int updated, int groupsAdded, List<RejectedEntry> failures, boolean ended) {}

    /** One entry's writes; they happen together or not at all. */
    private record Task(String dn, Consumer<UserWriter> writes) {}

    private void create(DirectoryGroup group) {
        try {
            String id = transactions.call((session, realm) ->
                    new GroupTree(session, realm, config.groups().path()).create(group, componentId));
            groupIds.put(group.key(), id);
            groupsAdded++;
        } catch (RuntimeException e) {
            // Another run or a first sign-in may have been faster.
            Optional<String> existing = transactions.call((session, realm) ->
                    new GroupTree(session, realm, config.groups().path()).find(group, componentId));
            existing.ifPresentOrElse(id -> groupIds.put(group.key(), id), () -> fail(group.dn(), e));
        }
    }

    /** Users who pass names on to others: all of them in one transaction, or nobody would know who is left without a name. */
    private int exchange(List<UserChange> changes) {
        if (changes.isEmpty()) {
            return 0;
        }
        List<Task> tasks = new ArrayList<>();
        changes.forEach(change -> tasks.add(new Task(
                change.user().dn(), writer -> writer.release(change.local().keycloakId()))));
        changes.forEach(change -> tasks.add(change(change)));
        try {
            inTransaction(tasks);
            return changes.size();
        } catch (RuntimeException e) {
            changes.forEach(change -> fail(change.user().dn(), e));
            return 0;
        }
    }

    private Task change(UserChange change) {
        return new Task(change.user().dn(), writer -> {
            String id = change.local().keycloakId();
            if (change.profile()) {
                writer.updateProfile(id, change.user());
            }
            if (!change.join().isEmpty() || !change.leave().isEmpty()) {
                writer.updateMemberships(id, ids(change.join()), ids(change.leave()));
            }
        });
    }

    private Task creation(DirectoryUser user) {
        return new Task(user.dn(), writer -> writer.create(user, ids(user.groupKeys())));
    }

    private static Task departure(LocalUser user) {
        return new Task(
                user.dn() == null ? user.username() : user.dn(),
                writer -> writer.depart(user.keycloakId(), Instant.now()));
    }

    /** Groups that could not be created have no id; their failure is reported once, not for each member. */
    private Set<String> ids(Set<String> keys) {
        return keys.stream().map(groupIds::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private int write(List<Task> tasks) {
        int written = 0;
        for (int from = 0; from < tasks.size() && strangeInARow < MOST_STRANGE; from += config.batchSize()) {
            List<Task> batch = tasks.subList(from, Math.min(from + config.batchSize(), tasks.size()));
            try {
                inTransaction(batch);
                written += batch.size();
            } catch (RuntimeException e) {
                LOG.debugf(e, "A batch of %d entries failed and is repeated one by one", batch.size());
                written += oneByOne(batch);
            }
        }
        return written;
    }

    private int oneByOne(List<Task> batch) {
        int written = 0;
        for (Task task : batch) {
            if (strangeInARow >= MOST_STRANGE) {
                return written;
            }
            try {
                inTransaction(List.of(task));
                written++;
                strangeInARow = 0;
            } catch (RuntimeException e) {
                fail(task.dn(), e);
                strangeInARow = WriteFailure.concernsEntry(e) ? 0 : strangeInARow + 1;
            }
        }
        return written;
    }

    private void inTransaction(List<Task> tasks) {
        transactions.runBatch((session, realm) -> {
            UserWriter writer =
                    new UserWriter(session, realm, componentId, config.users().trustEmail());
            tasks.forEach(task -> task.writes().accept(writer));
        });
    }

    private void fail(String dn, RuntimeException e) {
        LOG.debugf(e, "%s could not be written", dn);
        failures.add(new RejectedEntry(dn, WriteFailure.reason(e)));
    }
}
