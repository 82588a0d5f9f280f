package io.github.keycloakjumpcloud.sync;

import java.util.List;
import java.util.Set;

/**
 * What must wait.
 *
 * @param everything all removals: of users, groups and memberships
 * @param renames new user names too: under other settings an id may stand for somebody else
 * @param groupKeys groups that stay and that nobody leaves
 */
public record Holdback(boolean everything, boolean renames, Set<String> groupKeys) {

    static final Holdback NOTHING = new Holdback(false, false, Set.of());
    static final Holdback EVERYTHING = new Holdback(true, false, Set.of());
    static final Holdback EVERYTHING_AND_RENAMES = new Holdback(true, true, Set.of());

    /** All that these groups lose, themselves included. */
    static Holdback ofGroups(Set<String> keys) {
        return new Holdback(false, false, keys);
    }

    public Holdback {
        groupKeys = Set.copyOf(groupKeys);
    }

    boolean holdsGroup(String key) {
        return everything || groupKeys.contains(key);
    }

    /** What must wait of a plan, as a plan of its own. */
    SyncPlan partOf(SyncPlan plan) {
        List<UserChange> leavings = plan.changes().stream()
                .map(change -> change.held(this::holdsGroup, renames))
                .filter(change -> !change.isEmpty())
                .toList();
        List<UserRemoval> removals = everything
                ? plan.removals().stream().filter(UserRemoval::isGuarded).toList()
                : List.of();
        GroupPlan groups = new GroupPlan(
                plan.groups().owned(),
                List.of(),
                List.of(),
                plan.groups().removed().stream()
                        .filter(group -> holdsGroup(group.key()))
                        .toList(),
                List.of());
        return new SyncPlan(groups, List.of(), leavings, removals, Obstacles.NONE, 0, plan.census());
    }
}
