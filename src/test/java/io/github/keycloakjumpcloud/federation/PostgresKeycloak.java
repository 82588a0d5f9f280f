package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.PostgresServer;

/** A Keycloak whose database tests can look into. */
final class PostgresKeycloak implements AutoCloseable {

    private final PostgresServer postgres;
    private final PostgresDatabase database;
    private final KeycloakSettings settings;
    private KeycloakServer server;

    private PostgresKeycloak(PostgresServer postgres, PostgresDatabase database) {
        this.postgres = postgres;
        this.database = database;
        this.settings = KeycloakSettings.named("postgres")
                .trusting(TestAuthority.get().pemFile())
                .database("postgres", database.url(), database.user(), database.password());
        this.server = KeycloakServer.start(settings);
    }

    /** Skips the calling test where PostgreSQL is not installed. */
    static PostgresKeycloak start() {
        PostgresServer postgres = PostgresServer.start();
        try {
            return new PostgresKeycloak(postgres, postgres.createDatabase("keycloak"));
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
        postgres.close();
    }
}
