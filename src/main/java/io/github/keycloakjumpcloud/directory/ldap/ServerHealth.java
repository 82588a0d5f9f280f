package io.github.keycloakjumpcloud.directory.ldap;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Which servers failed and have not been seen to work since, for all connections together. Thread-safe. */
final class ServerHealth {

    private static final int GOOD = 0;
    private static final int FAILED = 1;

    /** So many failures in a row are no coincidence, such as one account whose bind a server delays. */
    private static final int IN_A_ROW = 3;

    /** Longer than a handshake across an ocean takes, and far shorter than the wait for a server that does not answer. */
    private static final long PATIENCE_MILLIS = 250;

    private final AtomicIntegerArray states;
    private final AtomicInteger failures = new AtomicInteger();
    private final Semaphore attempt = new Semaphore(1);

    ServerHealth(int servers) {
        this.states = new AtomicIntegerArray(servers);
    }

    boolean hasFailed(int rank) {
        return states.get(rank) == FAILED;
    }

    /** Lets requests go elsewhere until the server is seen to work again. */
    void failed(int rank) {
        states.set(rank, FAILED);
        failures.incrementAndGet();
    }

    void works(int rank) {
        states.set(rank, GOOD);
        failures.set(0);
    }

    /** Whether every server has failed, and several times in a row. */
    boolean isOutage() {
        if (failures.get() < IN_A_ROW) {
            return false;
        }
        for (int rank = 0; rank < states.length(); rank++) {
            if (states.get(rank) == GOOD) {
                return false;
            }
        }
        return true;
    }

    /** During an outage one request at a time finds out whether it is over. Whoever is the one gives {@link #endAttempt()} back. */
    boolean beginAttempt() {
        try {
            return attempt.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void endAttempt() {
        attempt.release();
    }
}
