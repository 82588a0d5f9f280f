package io.github.keycloakjumpcloud.credential;

import org.jspecify.annotations.Nullable;

/**
 * A user as Keycloak remembers him.
 *
 * @param keycloakId Keycloak's id
 * @param username his user name
 * @param directoryId his identity in the directory; {@code null} where the mark was lost
 * @param dn his last known DN
 * @param departed whether the last complete read did not find him
 */
public record KnownUser(
        String keycloakId, String username, @Nullable String directoryId, String dn, boolean departed) {}
