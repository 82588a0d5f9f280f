package io.github.keycloakjumpcloud.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server that does not serve. */
final class DeadServer implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final ServerSocket door;
    private final Queue<Socket> visitors = new ConcurrentLinkedQueue<>();

    private DeadServer(ServerSocket door) {
        this.door = door;
    }

    /** Refuses connections, or takes them and never says a word. */
    static DeadServer of(Situation situation) {
        try {
            DeadServer server = new DeadServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            if (situation == Situation.FIRST_REFUSES) {
                server.door.close();
            } else {
                Thread thread = new Thread(server::listen, "dead-server");
                thread.setDaemon(true);
                thread.start();
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the port, which stays known after it was closed. */
    String url() {
        return "ldaps://127.0.0.1:" + door.getLocalPort();
    }

    private void listen() {
        try {
            while (!door.isClosed()) {
                visitors.add(door.accept());
            }
        } catch (IOException e) {
            // Closed.
            return;
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            visitors.forEach(DelayedPipe::close);
        }
    }
}
