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

    private final ListenerKind kind;
    private final @Nullable InetAddress address;
    private final BiConsumer<Socket, ListenerKind> visitor;
    private int port;
    private @Nullable ServerSocket socket;

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
