package io.github.keycloakjumpcloud.directory;

/**
 * The answer to "is there such a person". Only {@link Absent} means "no": a search that was cut short, refused or not answered is
 * {@link Unknown} and must never lead to a removal.
 */
public sealed interface Lookup {

    /** Exactly one entry matches. */
    record Present(DirectoryUser user) implements Lookup {}

    /** The directory answered completely, and nobody matches. */
    record Absent() implements Lookup {}

    /** An entry matches, but it may not become a user (the reader, outside {@code userGroups}, without id, several entries). */
    record Unusable(String reason) implements Lookup {}

    /** The directory could not be asked. */
    record Unknown(Problem problem) implements Lookup {}
}
