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
     */
    record Present(DirectoryUser user, List<DirectoryGroup> groups, IdAttribute idAttribute) implements Lookup {

        public Present {
            groups = List.copyOf(groups);
        }
    }

    /** The directory answered completely, and nobody matches. */
    record Absent() implements Lookup {}

    /** An entry matches, but it may not become a user (the reader, outside {@code userGroups}, without id). */
    record Unusable(String reason) implements Lookup {}

    /** Several entries match, so that nobody can say who is meant. */
    record Ambiguous(String reason) implements Lookup {}

    /** The directory could not be asked. */
    record Unknown(Problem problem) implements Lookup {}
}
