package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.ServerStatus;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Servers that serve the same purpose, in order of preference.
 *
 * @param connectors one for each server
 * @param health which of them failed
 */
record ServerGroup(List<ServerConnector> connectors, ServerHealth health) {

    ServerGroup(List<ServerConnector> connectors) {
        this(List.copyOf(connectors), new ServerHealth(connectors.size()));
    }

    /** Whether there is a server to turn to that is not known to fail, besides this one. */
    boolean hasOther(int rank) {
        return IntStream.range(0, connectors.size()).anyMatch(other -> other != rank && !health.hasFailed(other));
    }

    /** Whether a server that is preferred to this one is not known to fail. */
    boolean hasBetter(int rank) {
        return IntStream.range(0, rank).anyMatch(better -> !health.hasFailed(better));
    }

    Servers servers() {
        return new Servers(this);
    }

    /** How each of them is now. */
    List<ServerStatus> status(ServerStatus.Purpose purpose, LinkPool pool) {
        return IntStream.range(0, connectors.size())
                .mapToObj(rank -> new ServerStatus(
                        connectors.get(rank).server().toString(),
                        purpose,
                        health.hasFailed(rank),
                        pool.idle(rank),
                        pool.busy(rank)))
                .toList();
    }
}
