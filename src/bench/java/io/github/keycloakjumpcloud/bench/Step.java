package io.github.keycloakjumpcloud.bench;

/** The syncs that are measured, in their order; each finds what the one before has left. */
enum Step {
    FIRST_IMPORT("first import", DirectoryState.FIRST),
    NOTHING_CHANGED("nothing changed", DirectoryState.FIRST),
    USERS_CHANGED("1 % of users changed", DirectoryState.USERS_CHANGED),
    MEMBERSHIPS_CHANGED("10 % of memberships changed", DirectoryState.MEMBERSHIPS_CHANGED);

    private final String label;
    private final DirectoryState state;

    Step(String label, DirectoryState state) {
        this.label = label;
        this.state = state;
    }

    String label() {
        return label;
    }

    /** What the directory holds at this time. */
    DirectoryState state() {
        return state;
    }
}
