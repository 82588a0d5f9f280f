package io.github.keycloakjumpcloud.bench;

/** What else is going on. */
enum Situation {
    EVERYTHING_WORKS("everything works", false),
    /** Nobody listens at the first of two servers. */
    FIRST_REFUSES("first of two servers refuses", false),
    /** The first of two servers takes connections and never says a word. */
    FIRST_IS_SILENT("first of two servers is silent", false),
    SECOND_FACTOR("second factor", true),
    PUSHES_WAIT("second factor, 200 browsers waiting for a push", true);

    private final String label;
    private final boolean secondFactor;

    Situation(String label, boolean secondFactor) {
        this.label = label;
        this.secondFactor = secondFactor;
    }

    String label() {
        return label;
    }

    boolean secondFactor() {
        return secondFactor;
    }
}
