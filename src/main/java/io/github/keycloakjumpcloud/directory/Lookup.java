package io.github.keycloakjumpcloud.directory;

import io.github.keycloakjumpcloud.config.IdAttribute;
import java.util.List;

/**
 * The answer to "is there such a person". Only {@link Absent} means "no": a search that was cut short, refused or not answered is
 * {@link Unknown} and must never lead to a removal.
 */
public sealed interface Lookup {

    /**
     * Exactly one entry matches.
     *
     * @param user the person; {@code groupKeys} are the keys of {@code groups}
     * @param groups the person's groups, named without a search of their own, so that a first sign-in can create them
     * @param idAttribute where {@code user.id()} comes from: the configured attribute, or what {@code auto} comes to for this entry
     * @param admittedBy names of those of the person's groups for which {@code userGroups} lets them in; empty where it asks for none
     */
    record Present(DirectoryUser user, List<DirectoryGroup> groups, IdAttribute idAttribute, List<String> admittedBy)
            implements Lookup {

        public Present {
            groups = List.copyOf(groups);
            admittedBy = List.copyOf(admittedBy);
        }

        /** Where no group is asked for. */
        public Present(DirectoryUser user, List<DirectoryGroup> groups, IdAttribute idAttribute) {
            this(user, groups, idAttribute, List.of());
        }
    }

    /** The directory answered completely, and nobody matches. */
    record Absent() implements Lookup {}

    /**
     * An entry matches, but it may not become a user.
     *
     * @param reason a sentence for the administrator
     * @param dn distinguished name as the server wrote it
     * @param groups names of the person's groups, where it is for them
     */
    record Unusable(Cause cause, String reason, String dn, List<String> groups) implements Lookup {

        public Unusable {
            groups = List.copyOf(groups);
        }

        /** Why. */
        public enum Cause {
            /** It is the account that searches. */
            READER,
            /** Without a user name or an id that Keycloak could take. */
            INCOMPLETE,
            /** In none of {@code userGroups}. */
            OUTSIDE_USER_GROUPS
        }
    }

    /** Several entries match, so that nobody can say who is meant. */
    record Ambiguous(String reason) implements Lookup {}

    /** The directory could not be asked. */
    record Unknown(Problem problem) implements Lookup {}
}
