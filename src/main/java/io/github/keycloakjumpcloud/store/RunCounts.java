package io.github.keycloakjumpcloud.store;

/** The four numbers that Keycloak shows after a sync. */
public record RunCounts(int added, int updated, int removed, int failed) {

    /** Nothing was done. */
    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0);

    /** Nothing was done, because something was wrong with the run as a whole. */
    public static final RunCounts FAILURE = new RunCounts(0, 0, 0, 1);
}
