package io.github.keycloakjumpcloud.keycloak;

import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** PostgreSQL in a container, which tests reach by a published port and Keycloak by its name in the network. */
public final class ContainerPostgres implements AutoCloseable {

    private static final String USER = "keycloak";
    private static final String PASSWORD = "postgres-Secret01!";
    private static final String FIRST_DATABASE = "postgres";
    private static final String ALIAS = "postgres";
    private static final int PORT = 5432;

    private final GenericContainer<?> container;

    private ContainerPostgres(GenericContainer<?> container) {
        this.container = container;
    }

    static ContainerPostgres start(Network network) {
        GenericContainer<?> container = new GenericContainer<>(ContainerImage.POSTGRES.get())
                .withNetwork(network)
                .withNetworkAliases(ALIAS)
                .withEnv("POSTGRES_USER", USER)
                .withEnv("POSTGRES_PASSWORD", PASSWORD)
                .withEnv("POSTGRES_DB", FIRST_DATABASE)
                .withExposedPorts(PORT)
                // Fast rather than safe; with counters for the tests that count statements.
                .withCommand("postgres", "-c", "fsync=off", "-c", "shared_preload_libraries=pg_stat_statements")
                // Over TCP: the first server, which only fills the data folder, has no port.
                .waitingFor(Wait.forSuccessfulCommand("pg_isready --quiet --host=127.0.0.1 --username=" + USER)
                        .withStartupTimeout(Duration.ofMinutes(2)));
        container.start();
        return new ContainerPostgres(container);
    }

    /** A new and empty database of the run's PostgreSQL, which a Keycloak in a container can be given. */
    public static PostgresDatabase newDatabase(String name) {
        return ContainerNetwork.get().postgres().createDatabase(name);
    }

    /** A new and empty database, with pg_stat_statements to count in, as tests reach it. */
    PostgresDatabase createDatabase(String name) {
        execute(database(FIRST_DATABASE), "create database \"" + name + "\"");
        PostgresDatabase created = database(name);
        execute(created, "create extension if not exists pg_stat_statements");
        return created;
    }

    /** The same database as Keycloak reaches it. */
    PostgresDatabase insideOf(PostgresDatabase outside) {
        if (!outside.url().startsWith(outsideUrl())) {
            Assumptions.abort("its PostgreSQL is a process of this machine, and Keycloak is in a container");
        }
        String inside = outside.url().replace(outsideUrl(), "jdbc:postgresql://" + ALIAS + ":" + PORT + "/");
        return new PostgresDatabase(outside.name(), inside, outside.user(), outside.password());
    }

    private PostgresDatabase database(String name) {
        return new PostgresDatabase(name, outsideUrl() + name, USER, PASSWORD);
    }

    private String outsideUrl() {
        return "jdbc:postgresql://127.0.0.1:" + container.getMappedPort(PORT) + "/";
    }

    private static void execute(PostgresDatabase database, String statement) {
        try (Connection connection = database.connect();
                var call = connection.createStatement()) {
            call.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement + " failed", e);
        }
    }

    @Override
    public void close() {
        container.stop();
    }
}
