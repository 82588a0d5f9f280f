package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.command.Command;
import io.github.keycloakjumpcloud.example.ExampleFile;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.PostgresServer;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar goes, and comes again. */
@DisplayName("Uninstalling")
class UninstallIT {

    private static final ExampleFile STATEMENTS = new ExampleFile("uninstall/drop-tables.sql");
    private static final String PASSWORD = "local password";
    private static final String OUR_TABLES =
            "select count(*) from information_schema.tables where lower(table_name) like '%jumpcloud%'";

    private JumpCloudStandIn jumpCloud;

    @BeforeEach
    void start() {
        jumpCloud = FourPeople.start();
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "on PostgreSQL: without the jar Keycloak starts, lists users and lets local ones in; unlinking and deleting mends the realm; after the statements the jar is as new")
    void postgres() throws SQLException {
        try (PostgresServer postgres = PostgresServer.start()) {
            PostgresDatabase database = postgres.createDatabase("keycloak");
            KeycloakSettings settings =
                    settings().database("postgres", database.url(), database.user(), database.password());
            String realm;
            String provider;
            try (KeycloakServer server = KeycloakServer.start(settings)) {
                FederationApi federation = importEverybody(server.admin());
                realm = federation.realm().name();
                provider = federation.id();
            }
            try (KeycloakServer server = KeycloakServer.start(settings.providers(List.of()))) {
                withoutJar(server, server.admin().realm(realm), provider);
            }
            assertThat(database.count(OUR_TABLES)).isEqualTo(5);
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(STATEMENTS.text());
            }
            assertThat(database.count(OUR_TABLES)).isZero();
            try (KeycloakServer server = KeycloakServer.start(settings)) {
                importEverybody(server.admin());
            }
            assertThat(database.count(OUR_TABLES)).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("on H2: after the statements the jar can be installed afresh")
    void h2(@TempDir Path folder) throws IOException {
        String url = "jdbc:h2:file:" + folder.resolve("keycloak") + ";NON_KEYWORDS=VALUE";
        KeycloakSettings settings = settings()
                .startOption("db-url", url)
                .startOption("db-username", "sa")
                .startOption("db-password", "password");
        try (KeycloakServer server = KeycloakServer.start(settings)) {
            importEverybody(server.admin());
            server.stop();
            Command.run(
                    folder,
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            driver(server.home()).toString(),
                            "org.h2.tools.RunScript",
                            "-url",
                            url,
                            "-user",
                            "sa",
                            "-password",
                            "password",
                            "-script",
                            STATEMENTS.path().toString()),
                    "");
        }
        try (KeycloakServer server = KeycloakServer.start(settings)) {
            importEverybody(server.admin());
        }
    }

    private void withoutJar(KeycloakServer server, RealmApi realm, String provider) {
        assertThat(realm.users().names()).containsExactly("anna", "bert", "cleo", "dora", "local");
        assertThat(realm.signIn().with("local", PASSWORD).isSuccess()).isTrue();
        assertThat(realm.signIn().with("anna", jumpCloud.passwordOf("anna")).isSuccess())
                .isFalse();
        assertThat(server.log().text())
                .contains("Configured StorageProvider jumpcloud of provider id jumpcloud does not exist");
        // Nobody protects them any more, until the jar is back or they belong to nobody.
        ObjectNode anna = (ObjectNode) realm.users().get("anna");
        anna.put("firstName", "Changed");
        assertThat(realm.users().update("anna", anna).status()).isEqualTo(204);

        assertThat(realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                        .ok()
                        .at("/0/name")
                        .asText())
                .isEqualTo("jumpcloud");
        assertThat(realm.get("/components/" + provider).status()).isEqualTo(500);
        realm.federation(provider).unlinkUsers().ok();
        realm.federation(provider).delete().ok();
        assertThat(realm.users().names()).containsExactly("anna", "bert", "cleo", "dora", "local");
        assertThat(realm.users().get("anna").has("federationLink")).isFalse();
    }

    private FederationApi importEverybody(AdminApi admin) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        assertThat(SyncResult.full(federation).added()).isEqualTo(4);
        federation.realm().users().createLocal("local", "local@example.org", PASSWORD);
        return federation;
    }

    private static KeycloakSettings settings() {
        return KeycloakSettings.named("uninstall").trusting(TestAuthority.get().pemFile());
    }

    private static Path driver(Path home) throws IOException {
        try (Stream<Path> libraries = Files.list(home.resolve("lib/lib/main"))) {
            return libraries
                    .filter(jar -> String.valueOf(jar.getFileName()).startsWith("com.h2database.h2-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
