package io.github.keycloakjumpcloud.directory.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers binds, searches and extended requests with success, except for one kind of request, to which it does something else. */
final class HostileServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Set<Integer> targets = ConcurrentHashMap.newKeySet();
    private final Act act;
    private final HostileTls tls;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** @param target the protocol operation's tag (RFC 4511, section 4.2 and following), for example {@link Talk#SEARCH} */
    HostileServer(int target, Act act) throws IOException {
        this(target, act, HostileTls.NONE);
    }

    HostileServer(int target, Act act, HostileTls tls) throws IOException {
        alsoAt(target);
        this.act = act;
        this.tls = tls;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Another kind of request to which it does the same. */
    void alsoAt(int operation) {
        targets.add(operation);
    }

    int port() {
        return listener.getLocalPort();
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
            sockets.add(socket);
            start(() -> {
                try (socket) {
                    serve(new Talk(tls.fromTheStart(socket)), socket);
                }
            });
        }
    }

    private void serve(Talk first, Socket socket) throws IOException {
        Talk talk = first;
        for (Talk.Asked asked = talk.next(); asked != null && asked.operation() != Talk.UNBIND; asked = talk.next()) {
            if (targets.contains(asked.operation())) {
                act.perform(talk, asked.messageId());
            } else {
                talk.succeed(asked);
            }
            if (asked.operation() == Talk.EXTENDED) {
                talk = new Talk(tls.fromNowOn(socket));
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
