package io.github.keycloakjumpcloud.bench;

/** What the directory holds: as at first, then with changes, each state with those of the one before. */
enum DirectoryState {
    /** As at first. */
    FIRST,
    /** One user in a hundred has another last name. */
    USERS_CHANGED,
    /** One membership in ten is in another group; every group has lost a tenth of its members and won as many. */
    MEMBERSHIPS_CHANGED
}
