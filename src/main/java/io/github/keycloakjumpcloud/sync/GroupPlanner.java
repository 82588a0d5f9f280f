package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.ReadOutcome.Snapshot;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.GroupHoldings;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalSnapshot;
import io.github.keycloakjumpcloud.sync.SyncPlanner.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what happens to groups: which are created, get their name back, go or stay. Pure, and used once. */
final class GroupPlanner {

    private final LocalSnapshot local;
    private final List<LocalGroup> owned;
    private final Map<String, DirectoryGroup> present = new HashMap<>();
    private final Set<String> unclear;
    private final Set<String> names = new HashSet<>();
    private final List<RejectedEntry> conflicts = new ArrayList<>();

    /**
     * @param unclear keys of entries that are in the directory but could not be taken; they are not gone
     */
    GroupPlanner(Snapshot directory, LocalSnapshot local, Set<String> unclear) {
        this.local = local;
        this.unclear = unclear;
        this.owned = local.groups().stream()
                .sorted(Comparator.comparing(LocalGroup::key).thenComparing(LocalGroup::keycloakId))
                .toList();
        directory.groups().forEach(group -> present.put(group.key(), group));
        owned.forEach(group -> names.add(group.name()));
    }

    /** Groups whose name somebody else has. */
    List<RejectedEntry> conflicts() {
        return conflicts;
    }

    /**
     * The plan for groups.
     *
     * @param removes whether the pictures are good enough to remove anything
     * @param scope a look at one person gives no group another name: it only knows the DN's
     * @param holdback which removals must wait
     */
    GroupPlan plan(boolean removes, Scope scope, Holdback holdback) {
        List<GroupRename> renamed = scope == Scope.EVERYBODY ? renamed() : List.of();
        List<DirectoryGroup> created = created();
        List<LocalGroup> removed = new ArrayList<>();
        List<KeptGroup> kept = new ArrayList<>();
        for (LocalGroup group : removes ? owned : List.<LocalGroup>of()) {
            if (present.containsKey(group.key()) || unclear.contains(group.key())) {
                continue;
            }
            GroupHoldings holdings = local.holdings().get(group.keycloakId());
            if (holdings != null) {
                kept.add(new KeptGroup(group, holdings));
            } else if (!holdback.holdsGroup(group.key())) {
                removed.add(group);
            }
        }
        return new GroupPlan(owned, created, renamed, removed, kept);
    }

    /** Before the new groups, so that these can have a name that is given back. */
    private List<GroupRename> renamed() {
        List<GroupRename> renamed = new ArrayList<>();
        for (LocalGroup group : owned) {
            DirectoryGroup wanted = present.get(group.key());
            if (wanted != null && !wanted.name().equals(group.name()) && isFree(wanted)) {
                names.remove(group.name());
                names.add(wanted.name());
                renamed.add(new GroupRename(group, wanted.name()));
            }
        }
        return renamed;
    }

    private List<DirectoryGroup> created() {
        Set<String> known = new HashSet<>();
        owned.forEach(group -> known.add(group.key()));
        List<DirectoryGroup> created = new ArrayList<>();
        present.values().stream()
                .filter(group -> !known.contains(group.key()))
                .sorted(Comparator.comparing(DirectoryGroup::key))
                .forEach(group -> {
                    if (isFree(group)) {
                        names.add(group.name());
                        created.add(group);
                    }
                });
        return created;
    }

    private boolean isFree(DirectoryGroup group) {
        if (local.takenGroupNames().contains(group.name())) {
            conflicts.add(
                    new RejectedEntry(
                            group.dn(),
                            "Keycloak has a group '" + group.name()
                                    + "' there that this provider did not create; rename one of the two or set another groups path"));
            return false;
        }
        if (names.contains(group.name())) {
            conflicts.add(new RejectedEntry(
                    group.dn(),
                    "another imported group is called '" + group.name() + "' too; rename one of the two in JumpCloud"));
            return false;
        }
        return true;
    }
}
