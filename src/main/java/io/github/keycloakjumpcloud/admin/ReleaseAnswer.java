package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan.LeftBehind;
import java.util.List;

/**
 * Who goes, or has gone, to another provider.
 *
 * @param plan to be sent back to have exactly this done
 * @param released whether it has been done
 * @param users how many users go
 * @param groups how many groups are nobody's afterwards, for the other provider to find
 * @param left how many users stay with this provider
 * @param userNames the first of those who go
 * @param groupNames likewise
 * @param leftBehind the first of those who stay, each with the reason
 */
record ReleaseAnswer(
        String plan,
        boolean released,
        int users,
        int groups,
        int left,
        List<String> userNames,
        List<String> groupNames,
        List<LeftBehind> leftBehind) {

    static ReleaseAnswer of(AdoptionPlan plan, boolean released) {
        AdoptAnswer same = AdoptAnswer.of(plan, released);
        return new ReleaseAnswer(
                same.plan(),
                released,
                same.users(),
                same.groups(),
                same.left(),
                same.userNames(),
                same.groupNames(),
                same.leftBehind());
    }
}
