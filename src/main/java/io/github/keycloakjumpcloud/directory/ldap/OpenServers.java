package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.Inspection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Servers that are connected to at the same time, so that silent ones do not use up the time of those that answer. Used by one thread. */
final class OpenServers implements AutoCloseable {

    private static final int AT_ONCE = 16;

    private final List<CompletableFuture<OpenServer>> servers;

    private OpenServers(List<CompletableFuture<OpenServer>> servers) {
        this.servers = servers;
    }

    /** Begins to connect to each of them. */
    static OpenServers begin(List<ServerConnector> connectors, Steps steps) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(AT_ONCE, connectors.size()), new DaemonThreads("inspection"));
        try {
            return new OpenServers(connectors.stream()
                    .map(connector -> CompletableFuture.supplyAsync(() -> OpenServer.of(connector, steps), threads))
                    .toList());
        } finally {
            // What was begun still ends.
            threads.shutdown();
        }
    }

    /** The server with this rank, waited for until it is connected or has failed: both take no longer than the settings let them. */
    OpenServer get(int rank) {
        return servers.get(rank).join();
    }

    /** How each of them was found, in order. */
    List<Inspection.Server> looks() {
        return servers.stream().map(server -> server.join().look()).toList();
    }

    /** Closes the connections that came about. */
    @Override
    public void close() {
        servers.forEach(server -> server.join().close());
    }
}
