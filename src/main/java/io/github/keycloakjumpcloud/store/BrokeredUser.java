package io.github.keycloakjumpcloud.store;

import java.util.Set;

/**
 * A Keycloak user with a link to an identity provider.
 *
 * @param keycloakId Keycloak's id
 * @param username user name in Keycloak
 * @param knownAs the identity provider's id and name of this person, as it writes them
 * @param federated whether the user belongs to a federation provider
 * @param ownPassword whether Keycloak stores a password for him
 */
public record BrokeredUser(
        String keycloakId, String username, Set<String> knownAs, boolean federated, boolean ownPassword) {

    public BrokeredUser {
        knownAs = Set.copyOf(knownAs);
    }
}
