package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.Ports;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.keycloak.TestedKeycloak;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** With a server of its own, whose database outlives it and whose secrets come from a vault. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("A server with a vault and a database on disk")
class FullExportIT {

    @Test
    @DisplayName(
            "LDAPVaultCredentialsTest: the reader's password comes from the vault; kc.sh export and an import elsewhere lose no setting, user or group")
    void exportAndImport(AdminApi elsewhere, @TempDir Path folder) throws Exception {
        Path vault = Files.createDirectory(folder.resolve("vault"));
        Path file = folder.resolve("realm.json");
        KeycloakSettings settings = KeycloakSettings.named("export")
                .buildOption("db", "dev-file")
                .buildOption("vault", "file")
                .startOption("vault-dir", vault.toString())
                .trusting(TestAuthority.get().pemFile());
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start();
                KeycloakServer server = KeycloakServer.start(settings)) {
            Files.writeString(vault.resolve("vaulted_reader"), jumpCloud.readerPassword());
            FederationApi vaulted = server.admin()
                    .createRealm("{\"realm\":\"vaulted\"}")
                    .addJumpCloud(Federations.settings(jumpCloud, Map.of("bindCredential", "${vault.reader}")));
            assertThat(vaulted.component().at("/config/bindCredential/0").asText())
                    .isEqualTo("${vault.reader}");
            assertThat(vaulted.fullSync().ok().path("added").asInt()).isGreaterThan(30);
            assertThat(vaulted.realm()
                            .tryAddJumpCloud(
                                    Federations.settings(jumpCloud, Map.of("bindCredential", "${vault.nothing}")))
                            .message())
                    .contains("refused user name or password of the LDAP reader")
                    .doesNotContain(jumpCloud.readerPassword());

            FederationApi plain = server.admin()
                    .createRealm("{\"realm\":\"plain\"}")
                    .addJumpCloud(Federations.settings(jumpCloud, EverySetting.unlike(jumpCloud)));
            plain.fullSync().ok();
            JsonNode before = plain.component().path("config");
            String jane = plain.realm().users().id("jane.doe");
            server.stop();

            export(server.home(), "plain", file);
            JsonNode exported = new ObjectMapper().readTree(file.toFile());
            elsewhere.post("/realms", exported).ok();

            RealmApi realm = elsewhere.realm("plain");
            FederationApi imported = realm.federation(plain.id());
            assertThat(imported.component().path("config")).isEqualTo(before);
            assertThat(realm.users().id("jane.doe")).isEqualTo(jane);
            assertThat(realm.users().groups("jane.doe")).containsExactly("/JumpCloud/Engineering");
            JsonNode sync = imported.fullSync().ok();
            assertThat(sync.path("added").asInt()).isZero();
            assertThat(sync.path("updated").asInt()).isZero();
            assertThat(realm.signIn()
                            .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                            .isSuccess())
                    .isTrue();
        }
    }

    private static void export(Path home, String realm, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "export",
                        "--optimized",
                        "--realm=" + realm,
                        "--users=same_file",
                        "--file=" + file))
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("export.log").toFile());
        TestedKeycloak.prepare(builder.environment());
        // It opens the management interface, too.
        builder.environment().put("KC_HTTP_MANAGEMENT_PORT", String.valueOf(Ports.free()));
        Process export = builder.start();
        boolean ended = export.waitFor(3, TimeUnit.MINUTES);
        String output = Files.readString(file.resolveSibling("export.log"));
        assertThat(ended).as(output).isTrue();
        assertThat(export.exitValue()).as(output).isZero();
    }
}
