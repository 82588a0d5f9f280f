package io.github.keycloakjumpcloud.store;

import java.util.List;
import java.util.Set;

/**
 * Who came to a realm through an identity provider, as far as it matters for taking them over.
 *
 * @param alias the identity provider's alias
 * @param providerId the identity provider's type, such as {@code saml}
 * @param users users with a link to it, without those who are this provider's already
 * @param takenDirectoryIds identities that this provider has imported already
 */
public record BrokeredUsers(String alias, String providerId, List<BrokeredUser> users, Set<String> takenDirectoryIds) {

    public BrokeredUsers {
        users = List.copyOf(users);
        takenDirectoryIds = Set.copyOf(takenDirectoryIds);
    }
}
