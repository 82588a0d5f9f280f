package io.github.keycloakjumpcloud.keycloak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two servers on one database that know of each other; JGroups talks over the loopback interface and finds the others by the database. */
public final class KeycloakCluster implements AutoCloseable {

    private static final int SIZE = 2;
    private static final Duration JOIN_LIMIT = Duration.ofSeconds(60);

    private final List<KeycloakServer> nodes;

    private KeycloakCluster(List<KeycloakServer> nodes) {
        this.nodes = Collections.unmodifiableList(nodes);
    }

    /** The settings must name a database that both can reach ({@link KeycloakSettings#database}). */
    public static KeycloakCluster start(KeycloakSettings settings) {
        List<KeycloakServer> nodes = new ArrayList<>();
        KeycloakCluster cluster = new KeycloakCluster(nodes);
        try {
            // One after the other: the first one makes the tables.
            for (int i = 0; i < SIZE; i++) {
                nodes.add(KeycloakServer.start(settings.clustered(Ports.free())));
            }
            for (KeycloakServer node : nodes) {
                node.log().await("(" + SIZE + ") [", 0, JOIN_LIMIT);
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    public KeycloakServer node(int index) {
        return nodes.get(index);
    }

    @Override
    public void close() {
        nodes.forEach(KeycloakServer::close);
    }
}
