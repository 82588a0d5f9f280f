package io.github.keycloakjumpcloud.directory.ldap;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** Which servers failed and have not been seen to work since, for all connections together. Thread-safe. */
final class ServerHealth {

    private static final int GOOD = 0;
    private static final int FAILED = 1;

    private final AtomicIntegerArray states;

    ServerHealth(int servers) {
        this.states = new AtomicIntegerArray(servers);
    }

    boolean hasFailed(int rank) {
        return states.get(rank) == FAILED;
    }

    /** Lets requests go elsewhere until the server is seen to work again. */
    void failed(int rank) {
        states.set(rank, FAILED);
    }

    void works(int rank) {
        states.set(rank, GOOD);
    }
}
