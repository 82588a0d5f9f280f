package io.github.keycloakjumpcloud.store;

/**
 * A Keycloak group that this provider created.
 *
 * @param keycloakId Keycloak's id
 * @param key DN key of the directory group it stands for
 * @param name the group's name in Keycloak
 * @param dn the mark {@link Marks#LDAP_ENTRY_DN}
 */
public record LocalGroup(String keycloakId, String key, String name, String dn) {}
