package io.github.keycloakjumpcloud.faults;

/** What happens to a cluster of two. */
enum ClusterFault {
    RESTART("a node is stopped and started again"),
    KILL("a node is killed and started again"),
    CRASH("PostgreSQL crashes and is back after 5 s"),
    /** Longer than a run's lease. */
    SILENCE("PostgreSQL hangs for 40 s");

    private final String label;

    ClusterFault(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
