package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(KeycloakExtension.class)
@DisplayName("A realm as JSON")
class RealmImportIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName(
            "LDAPLegacyImportTest: a whole realm is imported while JumpCloud is away, with a warning; later it syncs and signs in")
    void importedWhileAway(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        jumpCloud.stopListening();
        long mark = server.log().mark();

        RealmApi realm = server.admin().createRealm(realm(Federations.settings(jumpCloud)));

        assertThat(server.log().since(mark))
                .contains("imported, although JumpCloud cannot be used as configured")
                .contains("cannot be reached")
                .doesNotContain(jumpCloud.readerPassword());
        jumpCloud.startListening();
        assertThat(only(realm).fullSync().ok().path("added").asInt()).isGreaterThan(30);
        assertThat(realm.signIn()
                        .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                        .isSuccess())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} is imported and works once its placeholders are filled in")
    @MethodSource
    void realmExports(String file, AdminApi admin, JumpCloudStandIn jumpCloud) throws IOException {
        String text = Files.readString(realmExportsFolder().resolve(file))
                .replace("ldaps://ldap.jumpcloud.com:636", jumpCloud.ldapsUrl())
                .replaceAll("\\$\\{JUMPCLOUD_DEMO_LDAPS_PORT:\\d+}", String.valueOf(jumpCloud.ldapsPort()))
                .replaceAll("\\$\\{[A-Z_]+_ORG_ID(:\\w+)?}", jumpCloud.organizationId())
                .replace("${JUMPCLOUD_BIND_DN}", jumpCloud.readerName())
                .replace("${JUMPCLOUD_BIND_PASSWORD}", jumpCloud.readerPassword());
        assertThat(text).doesNotContain("${JUMPCLOUD");
        ObjectNode json = (ObjectNode) JSON.readTree(text);
        json.put("realm", "export-" + UUID.randomUUID());

        RealmApi realm = admin.createRealm(json.toString());
        try {
            JsonNode sync = only(realm).fullSync().ok();
            assertThat(sync.path("added").asInt()).isGreaterThan(30);
            // Two people share an address, which is the second one's fault alone.
            assertThat(sync.path("failed").asInt()).isEqualTo(1);
            assertThat(realm.users().groups("jane.doe")).contains("/Engineering", "/wayk-users");
            assertThat(realm.signIn()
                            .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                            .isSuccess())
                    .isTrue();
            JsonNode role = json.at("/roles/realm/0/name");
            if (!role.isMissingNode()) {
                assertThat(realm.users().effectiveRealmRoles("jane.doe")).contains(role.asText());
            }
        } finally {
            // The files carry ids of their own, which are free again for the next test server run.
            realm.delete();
        }
    }

    static Stream<String> realmExports() throws IOException {
        try (Stream<Path> files = Files.list(realmExportsFolder())) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    @DisplayName(
            "a partial export holds every setting, the password masked; imported again it waits for the password and then syncs")
    void partialExport(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        FederationApi original = Federations.federate(server.admin(), jumpCloud, EverySetting.unlike(jumpCloud));
        RealmApi realm = original.realm();
        realm.signIn().with("jane.doe", jumpCloud.passwordOf("jane.doe"));
        JsonNode before = original.component();

        JsonNode export = realm.partialExport();
        assertThat(export.toString()).doesNotContain(jumpCloud.readerPassword());
        // Keycloak masks the private keys too, and does not take them back.
        ((ObjectNode) export.path("components")).remove("org.keycloak.keys.KeyProvider");
        realm.delete();
        long mark = server.log().mark();
        server.admin().post("/realms", export).ok();

        FederationApi imported = only(realm);
        assertThat(server.log().since(mark)).contains("Password of the LDAP reader is missing");
        assertThat(withoutPassword(imported.component())).isEqualTo(withoutPassword(before));
        assertThat(imported.fullSync().ok().path("failed").asInt()).isPositive();
        realm.users().createLocal("local", "local@example.com", "local password");
        assertThat(realm.signIn().with("local", "local password").isSuccess()).isTrue();

        assertThat(imported.update(Map.of("bindCredential", List.of(jumpCloud.readerPassword())))
                        .status())
                .isEqualTo(204);
        assertThat(imported.fullSync().ok().path("added").asInt()).isPositive();
    }

    private static JsonNode withoutPassword(JsonNode component) {
        ObjectNode config = ((ObjectNode) component.path("config")).deepCopy();
        config.remove("bindCredential");
        return config;
    }

    private static String realm(Map<String, List<String>> settings) {
        Map<String, Object> component = new HashMap<>();
        component.put("name", "jumpcloud");
        component.put("providerId", "jumpcloud");
        component.put("subComponents", Map.of());
        component.put("config", settings);
        return JSON.valueToTree(
                        Map.of("components", Map.of("org.keycloak.storage.UserStorageProvider", List.of(component))))
                .toString();
    }

    private static FederationApi only(RealmApi realm) {
        return realm.federation(realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                .ok()
                .path(0)
                .path("id")
                .asText());
    }

    private static Path realmExportsFolder() {
        Path build = Path.of(System.getProperty("build.folder", "target")).toAbsolutePath();
        return build.resolveSibling("realm-exports");
    }
}
