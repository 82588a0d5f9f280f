package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.PostgresServer;
import io.github.keycloakjumpcloud.postgres.PostgresSettings;
import io.github.keycloakjumpcloud.postgres.StatementCounts;

/** One server for the whole run, as it is installed: every commit waits for the disk. */
final class PostgresDatabases implements Databases {

    private final PostgresServer server;
    private final PostgresDatabase template;
    private int made;

    private PostgresDatabases(PostgresServer server, PostgresDatabase template) {
        this.server = server;
        this.template = template;
    }

    static PostgresDatabases start(BenchKeycloak keycloak) {
        PostgresServer server = PostgresServer.start(PostgresSettings.durable()
                // A server that has run for days has statistics of its tables, and plans by them.
                .with("autovacuum_naptime", "1s"));
        PostgresDatabases databases = new PostgresDatabases(server, server.createDatabase("made_once"));
        try (KeycloakServer once = keycloak.start(
                databases.use(databases.template), BenchFolder.get().gcLog("made-once"))) {
            once.admin().get("/realms").ok();
        }
        return databases;
    }

    @Override
    public BenchDatabase fresh() {
        return use(server.copyDatabase(template, "run_" + ++made));
    }

    @Override
    public void close() {
        server.close();
    }

    private BenchDatabase use(PostgresDatabase database) {
        return new BenchDatabase() {
            @Override
            public KeycloakSettings on(KeycloakSettings settings) {
                return settings.database("postgres", database.url(), database.user(), database.password());
            }

            @Override
            public Jdbc jdbc() {
                return new Jdbc(database.url(), database.user(), database.password());
            }

            @Override
            public void resetCounts() {
                StatementCounts.reset(database);
            }

            @Override
            public StatementCounts counts() {
                return StatementCounts.of(database);
            }

            @Override
            public void close() {
                server.dropDatabase(database);
            }
        };
    }
}
