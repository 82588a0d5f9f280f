package io.github.keycloakjumpcloud.sync;

/** What a plan can do to a user, a group or a membership, and what it leaves undone. In the order in which reports show it. */
public enum ActionKind {
    CREATE_GROUP,
    /** Back to the directory's name. */
    RENAME_GROUP,
    /** No longer in the directory. */
    REMOVE_GROUP,
    /** No longer in the directory, but others' members, sub-groups or roles hang on it. */
    KEEP_GROUP,
    /** Memberships included. */
    CREATE_USER,
    UPDATE_USER,
    RENAME_USER,
    /** Back in the directory. */
    ENABLE_USER,
    /** No longer in the directory. */
    DISABLE_USER,
    /** No longer in the directory. */
    DELETE_USER,
    /** No longer in the directory; only noted. */
    KEEP_USER,
    /** Of a user whom Keycloak knew. */
    JOIN_GROUP,
    LEAVE_GROUP,
    /** Not brought in, because a name or an address belongs to somebody else. */
    CONFLICT,
    /** An entry that cannot become a user or group. */
    REJECTED,
    /** Left out on purpose. */
    SKIPPED
}
