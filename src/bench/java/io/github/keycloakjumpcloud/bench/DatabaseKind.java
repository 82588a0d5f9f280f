package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.Locale;

/** Where Keycloak keeps its data. */
enum DatabaseKind {
    H2("H2") {
        @Override
        Databases start(Path folder, BenchKeycloak keycloak) {
            return H2Databases.start(folder, keycloak);
        }

        @Override
        String version() {
            return H2Databases.VERSION;
        }
    },
    POSTGRES("PostgreSQL") {
        @Override
        Databases start(Path folder, BenchKeycloak keycloak) {
            return PostgresDatabases.start(keycloak);
        }

        @Override
        String version() {
            return PostgresServer.version() + " with its own settings: every commit waits for the disk";
        }
    };

    private final String label;

    DatabaseKind(String label) {
        this.label = label;
    }

    static DatabaseKind named(String name) {
        return valueOf(name.trim().toUpperCase(Locale.ROOT));
    }

    String label() {
        return label;
    }

    abstract Databases start(Path folder, BenchKeycloak keycloak);

    /** Name, version and how it is run. */
    abstract String version();
}
