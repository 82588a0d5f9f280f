package io.github.keycloakjumpcloud.directory.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers binds, searches and extended requests with success, except for one kind of request, to which it does something else. */
final class HostileServer implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final Act act;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** @param target the protocol operation's tag (RFC 4511, section 4.2 and following), for example {@link Talk#SEARCH} */
    HostileServer(int target, Act act) throws IOException {
        this.target = target;
        this.act = act;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listener.accept();
            connections.incrementAndGet();
            sockets.add(socket);
            start(() -> {
                try (socket) {
                    serve(new Talk(socket));
                }
            });
        }
    }

    private void serve(Talk talk) throws IOException {
        for (Talk.Asked asked = talk.next(); asked != null && asked.operation() != Talk.UNBIND; asked = talk.next()) {
            if (asked.operation() == target) {
                act.perform(talk, asked.messageId());
            } else {
                talk.succeed(asked);
            }
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The other side has had enough, or the test is over.
                Thread.currentThread().setName("hostile, ended by " + e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** What the server does instead of answering. */
    @FunctionalInterface
    interface Act {
        void perform(Talk talk, int messageId) throws IOException;
    }

    private interface Work {
        void run() throws IOException;
    }
}
