package io.github.keycloakjumpcloud.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Keycloak holds of another federation provider, as far as it matters for taking it over.
 *
 * @param componentId the other provider's component
 * @param name its name in the console
 * @param imports whether it stores its users in Keycloak; without that there is nothing to move
 * @param idAttribute the LDAP attribute that its users' ids come from
 * @param groupsPaths where its group mappers put groups; empty where it has none
 * @param users its users
 * @param groups groups at this provider's groups path that carry nobody's mark: name to Keycloak id
 * @param takenDirectoryIds identities that this provider has imported already
 */
public record ForeignFederation(
        String componentId,
        String name,
        boolean imports,
        String idAttribute,
        Set<String> groupsPaths,
        List<ForeignUser> users,
        Map<String, String> groups,
        Set<String> takenDirectoryIds) {

    public ForeignFederation {
        groupsPaths = Set.copyOf(groupsPaths);
        users = List.copyOf(users);
        groups = Map.copyOf(groups);
        takenDirectoryIds = Set.copyOf(takenDirectoryIds);
    }
}
