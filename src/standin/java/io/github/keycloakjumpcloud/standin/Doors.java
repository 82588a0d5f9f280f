package io.github.keycloakjumpcloud.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All ports and the connections that came through them. Thread-safe. */
final class Doors implements AutoCloseable {

    private static final long IDLE_CHECK_MILLIS = 20;
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Service service;
    private final Map<ListenerKind, Door> doors = new EnumMap<>(ListenerKind.class);
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "standin-clock");
        thread.setDaemon(true);
        return thread;
    });

    Doors(Service service, @Nullable InetAddress address, Map<ListenerKind, Integer> ports) {
        this.service = service;
        ports.forEach((kind, port) -> doors.put(kind, new Door(kind, address, port, this::enter)));
        var unused = clock.scheduleWithFixedDelay(
                this::closeIdle, IDLE_CHECK_MILLIS, IDLE_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    int port(ListenerKind kind) {
        Door door = doors.get(kind);
        if (door == null) {
            throw new IllegalStateException("no such port: " + kind);
        }
        return door.port();
    }

    void open() {
        try {
            doors.values().forEach(Door::open);
        } catch (UncheckedIOException e) {
            shut();
            throw e;
        }
    }

    /** Closes the ports and every connection. */
    void shut() {
        doors.values().forEach(Door::close);
        dropConnections();
    }

    /** Those that are open now: whoever comes back at once may stay. */
    void dropConnections() {
        List.copyOf(connections).forEach(Connection::close);
    }

    /** Drops every connection and waits, for two seconds at most, until the last of its requests is written down. */
    void drain() {
        dropConnections();
        long deadline = System.nanoTime() + DRAIN.toNanos();
        synchronized (connections) {
            while (!connections.isEmpty() && System.nanoTime() < deadline) {
                try {
                    connections.wait(IDLE_CHECK_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    int openConnections() {
        return connections.size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        shut();
    }

    private void enter(Socket socket, ListenerKind kind) {
        service.journal().connectionOpened();
        try {
            Client client = new Client(numbers.incrementAndGet(), kind);
            Connection connection = new Connection(service, client, new MessageChannel(socket));
            connections.add(connection);
            Thread thread = new Thread(
                    () -> {
                        connection.run();
                        connections.remove(connection);
                    },
                    "standin-connection-" + client.number);
            thread.setDaemon(true);
            thread.start();
        } catch (IOException e) {
            // The client was gone before it could be greeted.
        }
    }

    private void closeIdle() {
        long nanos = service.behaviour().idleTimeout.toNanos();
        if (nanos > 0) {
            connections.stream().filter(connection -> connection.idleFor(nanos)).forEach(Connection::close);
        }
    }
}
