package io.github.keycloakjumpcloud.store;

import java.util.List;
import java.util.Set;

/**
 * A built-in LDAP provider that is to get this provider's users, and these.
 *
 * @param componentId the other provider's component
 * @param name its name in the console
 * @param enabled whether it is switched on
 * @param imports whether it stores users in Keycloak
 * @param removesUsers whether it deletes users from Keycloak whom it does not find in LDAP
 * @param idAttribute the LDAP attribute that it takes users' ids from
 * @param usersDn where it looks for users
 * @param groupsPaths where its group mappers put groups; empty where it has none
 * @param users this provider's users
 * @param departed Keycloak ids of those who have left JumpCloud
 * @param groups this provider's groups
 */
public record ReturnTarget(
        String componentId,
        String name,
        boolean enabled,
        boolean imports,
        boolean removesUsers,
        String idAttribute,
        String usersDn,
        Set<String> groupsPaths,
        List<ForeignUser> users,
        Set<String> departed,
        List<LocalGroup> groups) {

    public ReturnTarget {
        groupsPaths = Set.copyOf(groupsPaths);
        users = List.copyOf(users);
        departed = Set.copyOf(departed);
        groups = List.copyOf(groups);
    }
}
