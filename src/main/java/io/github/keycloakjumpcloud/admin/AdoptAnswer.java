package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan.LeftBehind;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan.Match;
import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.store.ForeignUser;
import java.util.Comparator;
import java.util.List;

/**
 * What moves or has moved.
 *
 * @param plan to be sent back to have exactly this done
 * @param adopted whether it has been done
 * @param users how many users move
 * @param groups how many groups move
 * @param absent how many of the users JumpCloud does not show: the next sync treats them as people who have left
 * @param left how many users and groups stay where they are
 * @param userNames the first of those who move
 * @param groupNames likewise
 * @param absentNames likewise
 * @param leftBehind the first of those who stay, each with the reason
 * @param matches who becomes whom, for the first of an identity provider's users; empty for a built-in LDAP provider's
 */
record AdoptAnswer(
        String plan,
        boolean adopted,
        int users,
        int groups,
        int absent,
        int left,
        List<String> userNames,
        List<String> groupNames,
        List<String> absentNames,
        List<LeftBehind> leftBehind,
        List<Match> matches) {

    private static final int LISTED = 200;

    static AdoptAnswer of(AdoptionPlan plan, boolean adopted) {
        return new AdoptAnswer(
                plan.id(),
                adopted,
                plan.users().size(),
                plan.groups().size(),
                plan.absent().size(),
                plan.left().size(),
                names(plan.users()),
                plan.groups().values().stream()
                        .map(DirectoryGroup::name)
                        .sorted()
                        .limit(LISTED)
                        .toList(),
                names(plan.absent()),
                plan.left().stream().limit(LISTED).toList(),
                plan.matches().stream()
                        .sorted(Comparator.comparing(Match::username))
                        .limit(LISTED)
                        .toList());
    }

    private static List<String> names(List<ForeignUser> users) {
        return users.stream().map(ForeignUser::username).sorted().limit(LISTED).toList();
    }
}
