package io.github.keycloakjumpcloud.store;

import org.jspecify.annotations.Nullable;

/**
 * A Keycloak user whose federation link is another provider.
 *
 * @param keycloakId Keycloak's id
 * @param username user name
 * @param directoryId the mark {@link Marks#LDAP_ID}, which the built-in LDAP provider uses too, or {@code null}
 * @param dn the mark {@link Marks#LDAP_ENTRY_DN}, likewise
 * @param ownPassword whether Keycloak stores a password for him, as edit mode UNSYNCED does
 */
public record ForeignUser(
        String keycloakId,
        String username,
        @Nullable String directoryId,
        @Nullable String dn,
        boolean ownPassword) {}
