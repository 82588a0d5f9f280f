package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.Backend;
import io.github.keycloakjumpcloud.keycloak.ContainerPostgres;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.PostgresServer;

/** A Keycloak whose database tests can look into; without metrics, whose look at every provider twice a minute they would count. */
final class PostgresKeycloak implements AutoCloseable {

    private final Runnable endOfPostgres;
    private final PostgresDatabase database;
    private final KeycloakSettings settings;
    private KeycloakServer server;

    private PostgresKeycloak(Runnable endOfPostgres, PostgresDatabase database) {
        this.endOfPostgres = endOfPostgres;
        this.database = database;
        this.settings = KeycloakSettings.named("postgres")
                .buildOption("metrics-enabled", "false")
                .trusting(TestAuthority.get().pemFile())
                .database("postgres", database.url(), database.user(), database.password());
        this.server = KeycloakServer.start(settings);
    }

    /** Skips the calling test where PostgreSQL is not installed. */
    static PostgresKeycloak start() {
        if (Backend.chosen() == Backend.CONTAINER) {
            return new PostgresKeycloak(() -> {}, ContainerPostgres.newDatabase("keycloak"));
        }
        PostgresServer postgres = PostgresServer.start();
        try {
            return new PostgresKeycloak(postgres::close, postgres.createDatabase("keycloak"));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    PostgresDatabase database() {
        return database;
    }

    /** Until the next restart. */
    KeycloakServer server() {
        return server;
    }

    void restart() {
        server.close();
        server = KeycloakServer.start(settings);
    }

    @Override
    public void close() {
        server.close();
        endOfPostgres.run();
    }
}
