package io.github.keycloakjumpcloud.sync;

import java.util.List;
import java.util.Map;

/**
 * Removals that wait for an administrator.
 *
 * @param plan what an approval must name; it stands for exactly these removals
 * @param reason why they wait, as a sentence
 * @param counts how many of each kind
 * @param actions the first of each kind
 */
public record HeldRemovals(String plan, String reason, Map<ActionKind, Long> counts, List<PlannedAction> actions) {

    static HeldRemovals of(GuardVerdict.Held held, SyncPlan plan) {
        PlanActions actions = new PlanActions(held.holdback().partOf(plan));
        return new HeldRemovals(held.planId(), held.reason(), actions.counts(), actions.listed());
    }
}
