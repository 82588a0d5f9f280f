package io.github.keycloakjumpcloud.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One listening port, which can be closed and opened again; it keeps its number. */
final class Door {

    private static final int BACKLOG = 512;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final ListenerKind kind;
    private final @Nullable InetAddress address;
    private final BiConsumer<Socket, ListenerKind> visitor;
    private int port;
    private @Nullable ServerSocket socket;
    private @Nullable Thread doorman;

    Door(ListenerKind kind, @Nullable InetAddress address, int port, BiConsumer<Socket, ListenerKind> visitor) {
        this.kind = kind;
        this.address = address;
        this.port = port;
        this.visitor = visitor;
    }

    synchronized int port() {
        return port;
    }

    synchronized void open() {
        if (socket != null) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(address, port), BACKLOG);
            port = opened.getLocalPort();
            socket = opened;
            Thread thread = new Thread(() -> accept(opened), "standin-" + kind + "-" + port);
            thread.setDaemon(true);
            thread.start();
            doorman = thread;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    synchronized void close() {
        ServerSocket open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            awaitDoorman();
        }
    }

    /** The port is free only when the thread that waits in accept has noticed; opening it again before that would fail. */
    private void awaitDoorman() {
        Thread waiting = doorman;
        if (waiting != null && waiting != Thread.currentThread()) {
            try {
                waiting.join(LONGEST_WAIT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void accept(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                visitor.accept(open.accept(), kind);
            } catch (IOException e) {
                // Closed, or the client was gone before it was accepted.
            }
        }
    }
}
