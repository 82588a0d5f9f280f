package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user's entry, mapped as far as it can be before the id attribute is known.
 *
 * @param dn distinguished name as the server wrote it
 * @param username user name as Keycloak keeps it, or {@code null} where the entry has none
 * @param email e-mail address, or {@code null}
 * @param firstName given name, or {@code null}
 * @param lastName surname, or {@code null}
 * @param attributes further attributes
 * @param ids values of the id attributes asked for, those that the entry carries
 * @param memberOf DNs of the groups, empty also where {@code memberOf} was not asked for
 */
record MappedEntry(
        String dn,
        @Nullable String username,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        Map<String, List<String>> attributes,
        Map<IdAttribute, String> ids,
        List<String> memberOf) {

    /** Why this entry cannot be a user, in a sentence with the remedy; empty where it can. */
    Optional<String> fault(IdAttribute idAttribute, String usernameAttribute) {
        if (username == null) {
            return Optional.of("The entry has no " + usernameAttribute
                    + ", which is to be the user name. Give it one in JumpCloud, or set"
                    + " usernameLDAPAttribute to an attribute that every user has.");
        }
        Optional<String> name = Names.fault(username);
        if (name.isPresent()) {
            return Optional.of("Its " + usernameAttribute + " " + name.get()
                    + " and cannot be a user name in Keycloak. Change the user name in JumpCloud.");
        }
        if (usableId(idAttribute).isEmpty()) {
            return Optional.of("The entry has no usable " + idAttribute.ldapName()
                    + ", which is to identify the user. Give it one in JumpCloud,"
                    + " or set uuidLDAPAttribute to an attribute that every user has.");
        }
        return Optional.empty();
    }

    /** The identity, where the entry has one that Keycloak can keep. */
    Optional<String> usableId(IdAttribute idAttribute) {
        return Optional.ofNullable(ids.get(idAttribute))
                .filter(id -> Names.fault(id).isEmpty());
    }

    /** The user, for an entry without {@link #fault}. */
    DirectoryUser user(IdAttribute idAttribute, Set<String> groupKeys) {
        String id = ids.get(idAttribute);
        if (id == null || username == null) {
            throw new IllegalStateException("Not a user: " + dn);
        }
        return new DirectoryUser(id, dn, username, email, firstName, lastName, attributes, groupKeys);
    }
}
