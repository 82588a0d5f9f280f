package io.github.keycloakjumpcloud.store;

import org.jspecify.annotations.Nullable;

/**
 * A Keycloak user who holds a user name or e-mail address.
 *
 * @param keycloakId Keycloak's id
 * @param username user name, for the report
 * @param federationLink id of the provider the user comes from, or {@code null} for a local user
 */
public record Holder(
        String keycloakId, String username, @Nullable String federationLink) {}
