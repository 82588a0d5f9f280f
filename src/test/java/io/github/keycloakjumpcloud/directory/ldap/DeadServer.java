package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A server that is of no use, in one of the ways in which servers are. */
final class DeadServer implements AutoCloseable {

    private static final int ROOM = 50;
    private static final int SHORT_MILLIS = 50;

    /** In which way. */
    enum Way {
        REFUSES,
        BLACK_HOLE,
        HANGS_AFTER_ACCEPTING,
        STALLS_THE_HANDSHAKE
    }

    private final Way way;
    private final ServerSocket socket;
    private final List<Socket> fillers = new ArrayList<>();

    DeadServer(Way way) throws IOException {
        this.way = way;
        this.socket = new ServerSocket(0, way == Way.BLACK_HOLE ? 1 : ROOM, InetAddress.getLoopbackAddress());
        if (way == Way.REFUSES) {
            socket.close();
        }
        if (way == Way.BLACK_HOLE) {
            fill();
        }
    }

    ServerAddress address() {
        return new ServerAddress(way != Way.HANGS_AFTER_ACCEPTING, "localhost", socket.getLocalPort());
    }

    /** How many connections came since the last time; those that never came about are not among them. */
    int newConnections() throws IOException {
        if (way == Way.REFUSES || way == Way.BLACK_HOLE) {
            return 0;
        }
        socket.setSoTimeout(SHORT_MILLIS);
        int count = 0;
        while (true) {
            try {
                fillers.add(socket.accept());
                count++;
            } catch (SocketTimeoutException e) {
                return count;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket filler : fillers) {
            filler.close();
        }
        socket.close();
    }

    /** A queue that is full lets Linux drop what asks for a connection: no answer at all. */
    private void fill() throws IOException {
        for (int i = 0; i < ROOM; i++) {
            Socket filler = new Socket();
            fillers.add(filler);
            try {
                filler.connect(new InetSocketAddress("localhost", socket.getLocalPort()), SHORT_MILLIS);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new IllegalStateException("The queue of a listening socket does not fill up on this machine");
    }
}
