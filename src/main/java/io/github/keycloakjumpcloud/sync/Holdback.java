package io.github.keycloakjumpcloud.sync;

import java.util.List;
import java.util.Set;

/**
 * Which removals must wait.
 *
 * @param everything all of them: users, groups and memberships
 * @param groupKeys groups that stay and that nobody leaves
 */
public record Holdback(boolean everything, Set<String> groupKeys) {

    static final Holdback NOTHING = new Holdback(false, Set.of());
    static final Holdback EVERYTHING = new Holdback(true, Set.of());

    public Holdback {
        groupKeys = Set.copyOf(groupKeys);
    }

    boolean holdsGroup(String key) {
        return everything || groupKeys.contains(key);
    }

    /** The removals in a plan that must wait, as a plan of their own. */
    SyncPlan partOf(SyncPlan plan) {
        List<UserChange> leavings = plan.changes().stream()
                .map(change -> change.onlyLeaving(this::holdsGroup))
                .filter(change -> !change.leave().isEmpty())
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
