package io.github.keycloakjumpcloud.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A relay for TCP that makes a server on this machine seem far away: half of the round trip in each direction, and a whole one for a connection's
 * handshake. It limits no throughput.
 */
final class LatencyProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int targetPort;
    private final Duration roundTrip;
    private final AtomicInteger connections = new AtomicInteger();
    private final LineCounter counter = new LineCounter();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LatencyProxy(ServerSocket door, int targetPort, Duration roundTrip) {
        this.door = door;
        this.targetPort = targetPort;
        this.roundTrip = roundTrip;
    }

    static LatencyProxy start(int targetPort, Duration roundTrip) {
        try {
            ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            LatencyProxy proxy = new LatencyProxy(door, targetPort, roundTrip);
            Thread thread = new Thread(proxy::accept, "latency-proxy-" + roundTrip.toMillis());
            thread.setDaemon(true);
            thread.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Connections so far. */
    int connections() {
        return connections.get();
    }

    /** What came over all connections so far. */
    LineTraffic traffic() {
        return counter.soFar();
    }

    private void accept() {
        while (!door.isClosed()) {
            acceptOne();
        }
    }

    private void acceptOne() {
        try {
            relay(door.accept());
        } catch (IOException e) {
            // Closed, or the server is away: the client finds its connection closed.
            return;
        }
    }

    private void relay(Socket client) throws IOException {
        String name = "latency-" + connections.incrementAndGet();
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
        } catch (IOException e) {
            DelayedPipe.close(client);
            throw e;
        }
        open.removeIf(Socket::isClosed);
        open.add(client);
        open.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        long oneWay = roundTrip.toNanos() / 2;
        LineCounter.Connection counted = counter.connection();
        new DelayedPipe(client, server, oneWay, roundTrip.toNanos(), counted::there).start(name + "-there");
        new DelayedPipe(server, client, oneWay, 0, counted::back).start(name + "-back");
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.forEach(DelayedPipe::close);
        }
    }
}
