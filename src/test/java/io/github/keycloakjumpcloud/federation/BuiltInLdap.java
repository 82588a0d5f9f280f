package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Map;

/** Keycloak's own LDAP provider, set up for JumpCloud as its administrators do: groups imported, ids from uidNumber. */
record BuiltInLdap(JumpCloudStandIn jumpCloud) {

    FederationApi addTo(RealmApi realm, String groupsPath) {
        String id = realm.addComponent(
                        "Old LDAP",
                        "ldap",
                        Map.ofEntries(
                                entry("vendor", "other"),
                                entry("connectionUrl", jumpCloud.ldapUrl()),
                                entry("authType", "simple"),
                                entry("bindDn", jumpCloud.readerDn()),
                                entry("bindCredential", jumpCloud.readerPassword()),
                                entry("usersDn", jumpCloud.usersDn()),
                                entry("userObjectClasses", "inetOrgPerson"),
                                entry("usernameLDAPAttribute", "uid"),
                                entry("rdnLDAPAttribute", "uid"),
                                entry("uuidLDAPAttribute", "uidNumber"),
                                entry("editMode", "READ_ONLY"),
                                entry("importEnabled", "true"),
                                entry("searchScope", "2"),
                                entry("pagination", "true")))
                .createdId();
        realm.post(
                        "/components",
                        Map.of(
                                "name",
                                "groups",
                                "parentId",
                                id,
                                "providerId",
                                "group-ldap-mapper",
                                "providerType",
                                "org.keycloak.storage.ldap.mappers.LDAPStorageMapper",
                                "config",
                                Map.ofEntries(
                                        entry("groups.dn", jumpCloud.usersDn()),
                                        entry("group.name.ldap.attribute", "cn"),
                                        entry("group.object.classes", "groupOfNames"),
                                        entry("preserve.group.inheritance", "false"),
                                        entry("membership.ldap.attribute", "member"),
                                        entry("membership.attribute.type", "DN"),
                                        entry("membership.user.ldap.attribute", "uid"),
                                        entry("mode", "IMPORT"),
                                        entry("user.roles.retrieve.strategy", "LOAD_GROUPS_BY_MEMBER_ATTRIBUTE"),
                                        entry("groups.path", groupsPath))))
                .createdId();
        return realm.federation(id);
    }

    private static Map.Entry<String, List<String>> entry(String key, String value) {
        return Map.entry(key, List.of(value));
    }
}
