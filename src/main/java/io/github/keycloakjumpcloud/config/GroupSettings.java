package io.github.keycloakjumpcloud.config;

import java.util.List;

/**
 * How groups are found and where they go.
 *
 * @param enabled whether groups and memberships are imported at all
 * @param groupsDn search base, full DN
 * @param objectClass object class that every group has
 * @param nameAttribute LDAP attribute that becomes the group's name
 * @param names names or {@code *} patterns of the groups to import; empty means all
 * @param path Keycloak group path below which groups are imported, {@code /} for the top level
 * @param membershipSource where memberships are read from
 */
public record GroupSettings(
        boolean enabled,
        String groupsDn,
        String objectClass,
        String nameAttribute,
        List<String> names,
        String path,
        MembershipSource membershipSource) {

    public GroupSettings {
        names = List.copyOf(names);
    }
}
