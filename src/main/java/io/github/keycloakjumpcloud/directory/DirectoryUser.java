package io.github.keycloakjumpcloud.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as the directory shows them, already mapped to what Keycloak stores.
 *
 * @param id value of the id attribute; the identity, which survives a rename
 * @param dn distinguished name as the server wrote it
 * @param username user name, lower case as Keycloak keeps it
 * @param email e-mail address, lower case, or {@code null}; with several addresses the first in alphabetical order, so that the choice is stable
 * @param firstName given name, or {@code null}
 * @param lastName surname, or {@code null}
 * @param attributes user attribute to its values, no empty lists
 * @param groupKeys {@link io.github.keycloakjumpcloud.dn.DistinguishedName#key() keys} of the groups this user is a member of
 */
public record DirectoryUser(
        String id,
        String dn,
        String username,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        Map<String, List<String>> attributes,
        Set<String> groupKeys) {

    public DirectoryUser {
        attributes = Map.copyOf(attributes);
        groupKeys = Set.copyOf(groupKeys);
    }

    /** The same person under another name, for Keycloak's part. */
    public DirectoryUser named(String otherUsername, @Nullable String otherEmail) {
        return new DirectoryUser(id, dn, otherUsername, otherEmail, firstName, lastName, attributes, groupKeys);
    }
}
