package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.RemovalSettings;
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
        String reason = changed ? guard.doubtInSettings() : null;
        Holdback holdback = Holdback.EVERYTHING_AND_RENAMES;
        if (reason == null) {
            reason = guard.doubtInEverything();
            holdback = Holdback.EVERYTHING;
        }
        if (reason == null) {
            GroupGuard.Doubt doubt = new GroupGuard(plan, limits).doubt();
            if (doubt == null) {
                return new GuardVerdict.Clear();
            }
            holdback = Holdback.ofGroups(doubt.groups());
            reason = doubt.reason();
        }
        String id = PlanId.of(holdback.partOf(plan));
        return id.equals(approvedPlanId) ? new GuardVerdict.Approved(id) : new GuardVerdict.Held(id, reason, holdback);
    }

    private @Nullable String doubtInSettings() {
        return takesAnythingAway()
                ? "settings that decide who is found (servers, paths, filters, groups, attributes) have changed since the last run in which"
                        + " everything went through"
                : null;
    }

    private @Nullable String doubtInEverything() {
        long leaving = plan.removals().stream()
                .filter(removal -> removal.isGuarded() && !removal.overdue())
                .count();
        long present = plan.removals().stream()
                .filter(removal -> !removal.user().departed())
                .count();
        int users = plan.census().users();
        if (users >= 2 && present == users) {
            return "all " + users + " users would be removed";
        }
        if (limits.isExceededBy(leaving, users)) {
            return leaving + " of " + users + " users would be removed, which is more than " + limits.limitPercent()
                    + " % and more than " + limits.limitMinimum();
        }
        return null;
    }

    /** A name too: under other settings an id may stand for somebody else, who would get the account. */
    private boolean takesAnythingAway() {
        return plan.removals().stream().anyMatch(UserRemoval::isGuarded)
                || plan.changes().stream()
                        .anyMatch(change -> change.isRename() || !change.leave().isEmpty())
                || !plan.groups().removed().isEmpty();
    }
}
