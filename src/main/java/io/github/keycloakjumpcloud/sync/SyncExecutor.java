package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.LocalUser;
import io.github.keycloakjumpcloud.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carries out a plan: groups, then users in batches of one transaction each. A batch that fails is repeated entry by entry, so that a bad
 * entry costs only itself. Used once.
 */
final class SyncExecutor {

    private final Transactions transactions;
    private final JumpCloudConfig config;
    private final String componentId;
    private final Map<String, String> groupIds = new HashMap<>();
    private final BatchWriter writer;
    private int groupsAdded;

    SyncExecutor(Transactions transactions, JumpCloudConfig config, String componentId) {
        this.transactions = transactions;
        this.config = config;
        this.componentId = componentId;
        this.writer = new BatchWriter(transactions, config, componentId);
    }

    /** Writes everything in the plan and reports entries that failed; throws nothing for an entry. */
    Result execute(SyncPlan plan) {
        plan.ownedGroups().forEach(group -> groupIds.put(group.key(), group.keycloakId()));
        create(plan.newGroups());
        int updated =
                exchange(plan.changes().stream().filter(UserChange::release).toList());
        updated += writer.write(plan.changes().stream()
                .filter(change -> !change.release())
                .map(this::change)
                .toList());
        int added = writer.write(plan.newUsers().stream().map(this::creation).toList());
        writer.write(plan.departed().stream()
                .filter(user -> !user.departed())
                .map(SyncExecutor::departure)
                .toList());
        return new Result(added, updated, groupsAdded, writer.failures(), writer.ended());
    }

    /** What was written and what was not; {@code ended} early where the database seemed to be away. */
    record Result(int added, int updated, int groupsAdded, List<RejectedEntry> failures, boolean ended) {}

    private void create(List<DirectoryGroup> groups) {
        GroupWriter groupWriter = new GroupWriter(transactions, config.groups().path(), componentId);
        groupWriter.create(groups, writer::fail);
        groupIds.putAll(groupWriter.created());
        groupIds.putAll(groupWriter.found());
        groupsAdded += groupWriter.created().size();
    }

    /** Users who pass names on to others: all of them in one transaction, or nobody would know who is left without a name. */
    private int exchange(List<UserChange> changes) {
        if (changes.isEmpty()) {
            return 0;
        }
        List<EntryTask> tasks = new ArrayList<>();
        changes.forEach(change -> tasks.add(new EntryTask(
                change.user().dn(), writer -> writer.release(change.local().keycloakId()))));
        changes.forEach(change -> tasks.add(change(change)));
        return writer.together(tasks) ? changes.size() : 0;
    }

    private EntryTask change(UserChange change) {
        return new EntryTask(change.user().dn(), writer -> {
            String id = change.local().keycloakId();
            if (change.profile()) {
                writer.updateProfile(id, change.user());
            }
            if (!change.join().isEmpty() || !change.leave().isEmpty()) {
                writer.updateMemberships(id, ids(change.join()), ids(change.leave()));
            }
        });
    }

    private EntryTask creation(DirectoryUser user) {
        return new EntryTask(user.dn(), writer -> writer.create(user, ids(user.groupKeys())));
    }

    private static EntryTask departure(LocalUser user) {
        return new EntryTask(
                user.dn() == null ? user.username() : user.dn(),
                writer -> writer.depart(user.keycloakId(), Instant.now()));
    }

    /** Groups that could not be created have no id; their failure is reported once, not for each member. */
    private Set<String> ids(Set<String> keys) {
        return keys.stream().map(groupIds::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
