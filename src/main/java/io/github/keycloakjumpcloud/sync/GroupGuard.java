package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.store.LocalGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Doubts a read in which groups lose too much: one of them, or all of them together. A pure function of the plan. */
final class GroupGuard {

    private static final int NAMED = 10;

    private final SyncPlan plan;
    private final RemovalSettings limits;

    /** By the key of each group that loses members, how many leave it and stay in JumpCloud. */
    private final Map<String, Integer> leaving;

    GroupGuard(SyncPlan plan, RemovalSettings limits) {
        this.plan = plan;
        this.limits = limits;
        this.leaving = leaving();
    }

    /**
     * What must wait.
     *
     * @param groups their keys
     * @param reason as a sentence
     */
    record Doubt(Set<String> groups, String reason) {}

    /** The doubt, or {@code null} where there is none. */
    @Nullable
    Doubt doubt() {
        if (leaving.isEmpty()) {
            return null;
        }
        int owned = plan.groups().owned().size();
        int gone = plan.groups().removed().size() + plan.groups().kept().size();
        if (owned >= 2 && gone == owned) {
            return new Doubt(leaving.keySet(), "all " + owned + " imported groups would go");
        }
        Map<String, Integer> tooMany = new HashMap<>(leaving);
        tooMany.entrySet()
                .removeIf(group ->
                        !limits.isExceededBy(group.getValue(), plan.census().membersOf(group.getKey())));
        // Many small groups that each lose few members lose many together.
        long all = sum(plan.census().members());
        long others = sum(leaving) - sum(tooMany);
        if (limits.isExceededBy(others, all)) {
            return new Doubt(
                    leaving.keySet(),
                    sum(leaving) + " of " + all + " memberships in imported groups would end, which is " + tooMany());
        }
        return tooMany.isEmpty()
                ? null
                : new Doubt(
                        tooMany.keySet(),
                        tooMany() + " of the members of these groups would lose their membership: " + names(tooMany));
    }

    private static long sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    private Map<String, Integer> leaving() {
        Map<String, Integer> counts = new HashMap<>();
        for (UserChange change : plan.changes()) {
            if (!change.local().departed()) {
                change.leave().forEach(key -> counts.merge(key, 1, Integer::sum));
            }
        }
        Map<String, Integer> departing = departing();
        for (LocalGroup group : plan.groups().removed()) {
            String key = group.key();
            counts.put(key, plan.census().membersOf(key) - departing.getOrDefault(key, 0));
        }
        return counts;
    }

    /** By group, how many of its members leave JumpCloud altogether: they do not count as leaving the group. */
    private Map<String, Integer> departing() {
        Map<String, Integer> departing = new HashMap<>();
        plan.removals().stream()
                .map(UserRemoval::user)
                .filter(user -> !user.departed())
                .forEach(user -> user.groupKeys().forEach(key -> departing.merge(key, 1, Integer::sum)));
        return departing;
    }

    private String tooMany() {
        return "more than " + limits.limitPercent() + " % and more than " + limits.limitMinimum();
    }

    private String names(Map<String, Integer> groups) {
        List<String> names = plan.groups().owned().stream()
                .filter(group -> groups.containsKey(group.key()))
                .map(group -> "'" + group.name() + "' (" + groups.get(group.key()) + " of "
                        + plan.census().membersOf(group.key()) + ")")
                .sorted()
                .toList();
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
    }
}
