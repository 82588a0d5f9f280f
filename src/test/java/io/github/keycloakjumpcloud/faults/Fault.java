package io.github.keycloakjumpcloud.faults;

/** What goes wrong on the way to JumpCloud. */
enum Fault {
    RESET("connections reset"),
    STALL("silences"),
    RESTART("restarts of the server");

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
