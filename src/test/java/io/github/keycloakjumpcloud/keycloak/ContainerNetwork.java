package io.github.keycloakjumpcloud.keycloak;

import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Network;

/**
 * The Docker network of a test run, with PostgreSQL in it. This machine is in it too: it has the gateway's address. What listens on all interfaces here,
 * as stand-ins do then, is reached there.
 */
final class ContainerNetwork implements AutoCloseable {

    private static @Nullable ContainerNetwork running;

    private final Network network;
    private final String gateway;
    private final ContainerPostgres postgres;

    private ContainerNetwork(Network network) {
        this.network = network;
        this.gateway = gatewayOf(network);
        this.postgres = ContainerPostgres.start(network);
    }

    /** The JVM's own; made at the first call. */
    static synchronized ContainerNetwork get() {
        ContainerNetwork current = running;
        if (current == null) {
            Network network = Network.newNetwork();
            try {
                current = new ContainerNetwork(network);
            } catch (RuntimeException e) {
                network.close();
                throw e;
            }
            running = current;
        }
        return current;
    }

    /** With everything in it; a later call of {@link #get()} makes a new one. */
    static synchronized void end() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private static String gatewayOf(Network network) {
        return DockerClientFactory.instance()
                .client()
                .inspectNetworkCmd()
                .withNetworkId(network.getId())
                .exec()
                .getIpam()
                .getConfig()
                .get(0)
                .getGateway();
    }

    Network network() {
        return network;
    }

    /** An {@code /etc/hosts} with which the tests' {@code localhost}, this machine, is the same in a container. */
    String hosts() {
        return gateway + " localhost " + TestHosts.SECOND_FACTOR + "\n";
    }

    ContainerPostgres postgres() {
        return postgres;
    }

    /** The database that the settings name, or else a new one of this name, as containers reach it. */
    PostgresDatabase database(KeycloakSettings settings, String name) {
        return switch (settings.buildOptions().getOrDefault("db", "")) {
            case "dev-mem" -> postgres.insideOf(postgres.createDatabase(name));
            case "postgres" ->
                postgres.insideOf(new PostgresDatabase(
                        name,
                        settings.startOptions().getOrDefault("db-url", ""),
                        settings.startOptions().getOrDefault("db-username", ""),
                        settings.startOptions().getOrDefault("db-password", "")));
            default -> Assumptions.abort("a database in a file outlives a process, and no container");
        };
    }

    @Override
    public void close() {
        postgres.close();
        network.close();
    }
}
