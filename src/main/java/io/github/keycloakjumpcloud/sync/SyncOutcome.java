package io.github.keycloakjumpcloud.sync;

/** How a run ended. */
public enum SyncOutcome {
    /** Everything that could be done was done; single entries may have failed, removals may wait. */
    COMPLETED,
    /** The directory could not be read, or not wholly, or the database did not take several entries in a row. */
    FAILED,
    /** Somebody stopped it; the next run goes on. */
    CANCELLED
}
