package io.github.keycloakjumpcloud.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay for TCP that loses connections and goes silent when told to. Thread-safe. */
final class FaultyLine implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final ServerSocket door;
    private final int targetPort;
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<FaultyConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean newOnesStall;

    private FaultyLine(ServerSocket door, int targetPort) {
        this.door = door;
        this.targetPort = targetPort;
    }

    static FaultyLine start(int targetPort) {
        try {
            FaultyLine line =
                    new FaultyLine(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), targetPort);
            Thread thread = new Thread(line::accept, "faulty-line");
            thread.setDaemon(true);
            thread.start();
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Connections open now. */
    int openConnections() {
        connections.removeIf(FaultyConnection::isClosed);
        return connections.size();
    }

    /** Resets every connection with this chance. */
    void reset(double chance, Random random) {
        for (FaultyConnection connection : connections) {
            if (random.nextDouble() < chance) {
                connection.reset();
            }
        }
    }

    /** Silences every connection with this chance; with a chance of 1 also those to come. */
    void stall(double chance, Random random) {
        newOnesStall = chance >= 1;
        for (FaultyConnection connection : connections) {
            if (random.nextDouble() < chance) {
                connection.stall();
            }
        }
    }

    /** Ends all silence. */
    void resume() {
        newOnesStall = false;
        connections.forEach(FaultyConnection::resume);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                relay(door.accept());
            } catch (IOException e) {
                // Closed, or the client was gone before it was accepted.
            }
        }
    }

    private void relay(Socket client) throws IOException {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
        } catch (IOException e) {
            // As near to "connection refused" as a relay gets.
            client.setSoLinger(true, 0);
            FaultyConnection.close(client);
            return;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        connections.removeIf(FaultyConnection::isClosed);
        FaultyConnection connection = new FaultyConnection(client, server, newOnesStall);
        connections.add(connection);
        if (!newOnesStall) {
            // The silence may have ended between the two.
            connection.resume();
        }
        connection.start("faulty-" + accepted.incrementAndGet());
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connections.forEach(FaultyConnection::close);
        }
    }
}
