package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import io.github.keycloakjumpcloud.config.ServerAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** One open connection to one server. Used by one thread at a time. */
final class Link implements AutoCloseable {

    private final LDAPConnection connection;
    private final ServerAddress server;
    private final int rank;
    private final Executor closers;
    private final Runnable cut;
    private final long openedAt = System.nanoTime();
    private volatile long usedAt = openedAt;
    private volatile boolean spoilt;
    private volatile boolean discarded;

    /**
     * Takes over an open connection.
     *
     * @param rank the server's place in the order of preference, zero for the first
     * @param closers runs what {@link #discard} leaves behind
     * @param cut closes the socket without a word
     */
    Link(LDAPConnection connection, ServerAddress server, int rank, Executor closers, Runnable cut) {
        this.connection = connection;
        this.server = server;
        this.rank = rank;
        this.closers = closers;
        this.cut = cut;
    }

    LDAPConnection connection() {
        return connection;
    }

    ServerAddress server() {
        return server;
    }

    int rank() {
        return rank;
    }

    /** Whether it can be used: the server has not closed it, as far as is known without asking, and does not send what nobody asked for. */
    boolean isOpen() {
        return !spoilt && !discarded && connection.isConnected();
    }

    /** No further request is to use it: the server has not finished with the last one. */
    void spoil() {
        spoilt = true;
    }

    /** Ends the request that is under way as if the connection had been lost, at once; {@link #close} alone would let it wait for half a second. */
    void abort() {
        cut.run();
    }

    void touch() {
        usedAt = System.nanoTime();
    }

    /** Takes another's place, which is not to look like one that was needed. */
    void continueFrom(Link replaced) {
        usedAt = replaced.usedAt;
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - openedAt > age.toNanos();
    }

    boolean isUnusedFor(Duration time) {
        return System.nanoTime() - usedAt > time.toNanos();
    }

    /** Closes it without waiting: the library waits for the connection's reader, and a server that no longer reads can hold that up for seconds. */
    void discard() {
        discarded = true;
        try {
            closers.execute(this::close);
        } catch (RejectedExecutionException e) {
            // Without the socket nothing is left to wait for.
            abort();
            close();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
