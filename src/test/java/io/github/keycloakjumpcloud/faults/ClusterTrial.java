package io.github.keycloakjumpcloud.faults;

import io.github.keycloakjumpcloud.keycloak.WanderingSignIns;
import java.util.List;

/**
 * One fault that a cluster met while a sync ran and people signed in.
 *
 * @param node the node that synced, and that was struck if it was a node
 * @param run how the sync ended
 * @param next how the first sync ended that was begun afterwards
 * @param wrong users who then differed from JumpCloud
 */
record ClusterTrial(
        ClusterFault fault, int node, String run, String next, long wrong, List<WanderingSignIns.Attempt> signIns) {

    /** Whether nobody was told that a right password is wrong, and the data is right. */
    boolean holds() {
        return wrong == 0 && next.equals("COMPLETED") && refused() == 0;
    }

    long succeeded() {
        return signIns.stream().filter(WanderingSignIns.Attempt::isSuccess).count();
    }

    long refused() {
        return signIns.stream().filter(WanderingSignIns.Attempt::isRefused).count();
    }

    long postponed() {
        return signIns.stream().filter(WanderingSignIns.Attempt::isPostponed).count();
    }

    /** Any other answer of Keycloak, or none from either node. */
    long broken() {
        return signIns.size() - succeeded() - refused() - postponed();
    }

    long longestMillis() {
        return signIns.stream()
                .mapToLong(WanderingSignIns.Attempt::millis)
                .max()
                .orElse(0);
    }
}
