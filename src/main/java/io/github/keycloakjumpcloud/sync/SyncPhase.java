package io.github.keycloakjumpcloud.sync;

/** The parts of a run, in their order. */
public enum SyncPhase {
    /** Entries arrive from the directory; their number is not known before the end. */
    READING,
    /** Keycloak's side is read and the plan is made. */
    COMPARING,
    /** Groups are created, renamed and removed. */
    GROUPS,
    /** Users are created and changed, memberships included. */
    USERS,
    /** Users who have left are disabled or deleted. */
    REMOVALS,
    /** Welcome mails are sent. */
    MAILS
}
