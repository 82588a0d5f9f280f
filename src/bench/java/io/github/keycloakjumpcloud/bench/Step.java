package io.github.keycloakjumpcloud.bench;

/** The syncs that are measured, in their order; each finds what the one before has left. */
enum Step {
    FIRST_IMPORT("first import", DirectoryState.FIRST, 0),
    NOTHING_CHANGED("nothing changed", DirectoryState.FIRST, 0),
    STILL_NOTHING_CHANGED("nothing changed, the tenth time", DirectoryState.FIRST, 8),
    USERS_CHANGED("1 % of users changed", DirectoryState.USERS_CHANGED, 0),
    MEMBERSHIPS_CHANGED("10 % of memberships changed", DirectoryState.MEMBERSHIPS_CHANGED, 0);

    private final String label;
    private final DirectoryState state;
    private final int syncsBefore;

    Step(String label, DirectoryState state, int syncsBefore) {
        this.label = label;
        this.state = state;
        this.syncsBefore = syncsBefore;
    }

    String label() {
        return label;
    }

    /** What the directory holds at this time. */
    DirectoryState state() {
        return state;
    }

    /** Syncs that nobody measures first: most syncs of a year find a server that has done the same an hour ago. */
    int syncsBefore() {
        return syncsBefore;
    }
}
