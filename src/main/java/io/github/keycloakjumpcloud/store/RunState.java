package io.github.keycloakjumpcloud.store;

/** What became of a run. */
public enum RunState {
    RUNNING,
    /** Ended by itself; single entries may have failed. */
    COMPLETED,
    /** Could not be carried out, wholly or in part; the report says why. */
    FAILED,
    /** Ended early because an administrator asked for it. */
    CANCELLED,
    /** Its node died or lost the database: nobody knows how far it got. The next run goes on from there. */
    LOST;

    /** Whether nothing more will come of the run. */
    public boolean ended() {
        return this != RUNNING;
    }
}
