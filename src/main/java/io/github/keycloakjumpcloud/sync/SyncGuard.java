package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.RemovalSettings;
import io.github.keycloakjumpcloud.store.LocalGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Doubts a read that takes too much away. What only adds or changes always passes. A pure function of the plan.
 */
final class SyncGuard {

    private final SyncPlan plan;
    private final RemovalSettings limits;

    private SyncGuard(SyncPlan plan, RemovalSettings limits) {
        this.plan = plan;
        this.limits = limits;
    }

    /**
     * Says what may go through.
     *
     * @param plan a plan in which nothing was held back
     * @param limits how much may be removed without an approval
     * @param settings digest of the settings that decide who is found
     * @param lastGoodSettings the digest of the last run in which all went through, or {@code null} if there was none
     * @param approvedPlanId what an administrator has approved, or {@code null}
     */
    static GuardVerdict review(
            SyncPlan plan,
            RemovalSettings limits,
            String settings,
            @Nullable String lastGoodSettings,
            @Nullable String approvedPlanId) {
        SyncGuard guard = new SyncGuard(plan, limits);
        boolean changed = lastGoodSettings != null && !lastGoodSettings.equals(settings);
        String reason = guard.doubtInEverything(changed);
        Holdback holdback = Holdback.EVERYTHING;
        if (reason == null) {
            Map<String, Integer> groups = guard.groupsThatLoseTooMany();
            if (groups.isEmpty()) {
                return new GuardVerdict.Clear();
            }
            holdback = new Holdback(false, groups.keySet());
            reason = guard.doubtInGroups(groups);
        }
        String id = PlanId.of(holdback.partOf(plan));
        return id.equals(approvedPlanId) ? new GuardVerdict.Approved(id) : new GuardVerdict.Held(id, reason, holdback);
    }

    private @Nullable String doubtInEverything(boolean settingsChanged) {
        long leaving = plan.removals().stream()
                .filter(removal -> removal.isGuarded() && !removal.overdue())
                .count();
        long present = plan.removals().stream()
                .filter(removal -> !removal.user().departed())
                .count();
        int users = plan.census().users();
        if (settingsChanged && takesAnythingAway()) {
            return "settings that decide who is found (servers, paths, filters, groups, attributes) have changed since the last run in which"
                    + " everything went through";
        }
        if (users >= 2 && present == users) {
            return "all " + users + " users would be removed";
        }
        if (isTooMuch(leaving, users)) {
            return leaving + " of " + users + " users would be removed, which is more than " + limits.limitPercent()
                    + " % and more than " + limits.limitMinimum();
        }
        return null;
    }

    private boolean takesAnythingAway() {
        return plan.removals().stream().anyMatch(UserRemoval::isGuarded)
                || plan.changes().stream().anyMatch(change -> !change.leave().isEmpty())
                || !plan.groups().removed().isEmpty();
    }

    /** By the key of each such group, how many leave it and stay in JumpCloud. */
    private Map<String, Integer> groupsThatLoseTooMany() {
        Map<String, Integer> leaving = new HashMap<>();
        for (UserChange change : plan.changes()) {
            if (!change.local().departed()) {
                change.leave().forEach(key -> leaving.merge(key, 1, Integer::sum));
            }
        }
        Map<String, Integer> departing = departing();
        for (LocalGroup group : plan.groups().removed()) {
            String key = group.key();
            leaving.put(key, plan.census().membersOf(key) - departing.getOrDefault(key, 0));
        }
        leaving.entrySet()
                .removeIf(group -> !isTooMuch(group.getValue(), plan.census().membersOf(group.getKey())));
        return leaving;
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

    private boolean isTooMuch(long leaving, int of) {
        return leaving > limits.limitMinimum() && leaving * 100 > (long) limits.limitPercent() * of;
    }

    private String doubtInGroups(Map<String, Integer> leaving) {
        List<String> groups = plan.groups().owned().stream()
                .filter(group -> leaving.containsKey(group.key()))
                .map(group -> "'" + group.name() + "' (" + leaving.get(group.key()) + " of "
                        + plan.census().membersOf(group.key()) + ")")
                .sorted()
                .collect(Collectors.toList());
        String named = groups.size() <= 10
                ? String.join(", ", groups)
                : String.join(", ", groups.subList(0, 10)) + " and " + (groups.size() - 10) + " more";
        return "more than " + limits.limitPercent() + " % and more than " + limits.limitMinimum()
                + " of the members of these groups would lose their membership: " + named;
    }
}
