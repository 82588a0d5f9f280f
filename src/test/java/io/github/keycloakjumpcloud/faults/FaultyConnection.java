package io.github.keycloakjumpcloud.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One relayed connection, which can go silent and come back, or end without a goodbye. Thread-safe. */
final class FaultyConnection {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private boolean stalled;
    private boolean closed;

    FaultyConnection(Socket client, Socket server, boolean stalled) {
        this.client = client;
        this.server = server;
        this.stalled = stalled;
    }

    void start(String name) {
        daemon(() -> copy(client, server), name + "-there");
        daemon(() -> copy(server, client), name + "-back");
    }

    private static void daemon(Runnable job, String name) {
        Thread thread = new Thread(job, name);
        thread.setDaemon(true);
        thread.start();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Nothing arrives any more, in either direction, and nobody is told. */
    synchronized void stall() {
        stalled = true;
    }

    /** What was held back arrives. */
    synchronized void resume() {
        stalled = false;
        notifyAll();
    }

    /** Both sides see "connection reset". */
    void reset() {
        abort(client);
        abort(server);
        close();
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It was closed a moment ago.
            return;
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                awaitFlow();
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            // Reset, here or by one of the two.
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private synchronized void awaitFlow() throws InterruptedException {
        while (stalled && !closed) {
            wait();
        }
    }

    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        close(client);
        close(server);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
            return;
        }
    }
}
