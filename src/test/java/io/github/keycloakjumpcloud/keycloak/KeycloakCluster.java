package io.github.keycloakjumpcloud.keycloak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Two servers on one database that know of each other; JGroups talks over the loopback interface and finds the others by the database. */
public final class KeycloakCluster implements AutoCloseable {

    private static final int SIZE = 2;
    private static final Duration JOIN_LIMIT = Duration.ofSeconds(60);

    private final List<KeycloakSettings> settings;
    private final List<KeycloakServer> nodes;

    private KeycloakCluster(List<KeycloakSettings> settings, List<KeycloakServer> nodes) {
        this.settings = Collections.unmodifiableList(settings);
        this.nodes = nodes;
    }

    /** The settings must name a database that both can reach ({@link KeycloakSettings#database}). */
    public static KeycloakCluster start(KeycloakSettings settings) {
        return start(settings, second -> second);
    }

    /** The same, with the second server's settings changed. */
    public static KeycloakCluster start(KeycloakSettings settings, UnaryOperator<KeycloakSettings> second) {
        List<KeycloakServer> nodes = new ArrayList<>();
        KeycloakCluster cluster = new KeycloakCluster(List.of(own(settings), second.apply(own(settings))), nodes);
        try {
            // One after the other: the first one makes the tables.
            for (KeycloakSettings node : cluster.settings) {
                nodes.add(KeycloakServer.start(node));
            }
            nodes.forEach(KeycloakCluster::awaitOthers);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** With ports that it has again when it is started again. */
    private static KeycloakSettings own(KeycloakSettings settings) {
        return settings.clustered(Ports.free()).ports(Ports.free(), Ports.free());
    }

    private static void awaitOthers(KeycloakServer node) {
        node.log().await("(" + SIZE + ") [", 0, JOIN_LIMIT);
    }

    public KeycloakServer node(int index) {
        return nodes.get(index);
    }

    /** Starts a node again that was stopped or killed, at its former ports, and waits until it has joined the other one. */
    public void startAgain(int index) {
        nodes.get(index).close();
        KeycloakServer again = KeycloakServer.start(settings.get(index));
        nodes.set(index, again);
        awaitOthers(again);
    }

    @Override
    public void close() {
        nodes.forEach(KeycloakServer::close);
    }
}
