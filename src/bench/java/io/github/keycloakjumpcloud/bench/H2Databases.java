package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.postgres.StatementCounts;
import java.nio.file.Path;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;

/** Files of H2 as Keycloak's {@code dev-file} keeps them: the database runs inside Keycloak and in its heap. */
final class H2Databases implements Databases {

    static final String VERSION =
            "H2 " + Constants.VERSION + " in a file (Keycloak's dev-file), inside Keycloak's own process";

    private static final String USER = "sa";
    private static final String PASSWORD = "password";

    private final Path folder;
    private final Path template;
    private int made;

    private H2Databases(Path folder) {
        this.folder = folder;
        this.template = folder.resolve("made-once");
    }

    static H2Databases start(Path folder, BenchKeycloak keycloak) {
        Folders.delete(folder);
        H2Databases databases = new H2Databases(folder);
        try (KeycloakServer once =
                keycloak.start(use(databases.template), BenchFolder.get().gcLog("made-once"))) {
            once.admin().get("/realms").ok();
        }
        return databases;
    }

    @Override
    public BenchDatabase fresh() {
        Path copy = folder.resolve("run-" + ++made);
        Folders.copy(template, copy);
        return use(copy);
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }

    private static BenchDatabase use(Path folder) {
        // What Keycloak adds by itself to its own URL, and the server through which others see the database while
        // Keycloak uses it.
        String url = "jdbc:h2:file:" + folder.resolve("keycloakdb")
                + ";NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=0;AUTO_SERVER=TRUE";
        return new BenchDatabase() {
            @Override
            public KeycloakSettings on(KeycloakSettings settings) {
                return settings.database("dev-file", url, USER, PASSWORD);
            }

            @Override
            public Jdbc jdbc() {
                return new Jdbc(url, USER, PASSWORD);
            }

            @Override
            public void resetCounts() {}

            @Override
            public @Nullable StatementCounts counts() {
                return null;
            }

            @Override
            public void close() {
                Folders.delete(folder);
            }
        };
    }
}
