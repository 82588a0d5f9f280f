package io.github.keycloakjumpcloud.directory.ldap;

/** What a name server says of a host's name. */
enum HostLookup {
    EXISTS,
    ABSENT,
    /** It did not answer in time, or not now. */
    UNANSWERED
}
