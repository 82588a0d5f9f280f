package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.example.ExampleFile;
import io.github.keycloakjumpcloud.example.ExampleScript;
import io.github.keycloakjumpcloud.example.ExampleScript.Ended;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example for keycloak-config-cli with the tool itself, where its jar is: it is not on Maven Central. See CONTRIBUTING.md. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("The example for keycloak-config-cli")
class ConfigCliExampleIT {

    private static final String JAR = System.getProperty("keycloak.config.cli", "");

    @Test
    @DisplayName("makes realm and provider; run again, it keeps ids, password and users")
    void twice(KeycloakServer server, @TempDir Path folder) {
        assumeFalse(JAR.isEmpty(), "-Dkeycloak.config.cli names no jar of keycloak-config-cli");
        try (JumpCloudStandIn jumpCloud = FourPeople.start()) {
            RealmApi realm =
                    server.admin().realm("config-cli-" + ProcessHandle.current().pid());
            Map<String, String> environment = environment(server, jumpCloud, realm.name());
            run(folder, environment);
            JsonNode first = only(realm);
            assertThat(SyncResult.full(realm.federation(first.path("id").asText()))
                            .added())
                    .isEqualTo(4);
            String anna = realm.users().id("anna");

            run(folder, environment);

            assertThat(only(realm)).isEqualTo(first);
            assertThat(realm.users().id("anna")).isEqualTo(anna);
            assertThat(SyncResult.full(realm.federation(first.path("id").asText())))
                    .isEqualTo(SyncResult.NOTHING);
            realm.delete();
        }
    }

    private static void run(Path folder, Map<String, String> environment) {
        Ended run = ExampleScript.run(folder, new ExampleFile("keycloak-config-cli/apply.sh"), environment, "");
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).doesNotContain(environment.get("JUMPCLOUD_BIND_PASSWORD"));
    }

    private static Map<String, String> environment(KeycloakServer server, JumpCloudStandIn jumpCloud, String realm) {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA", System.getProperty("keycloak.config.cli.java", "java"));
        environment.put("KEYCLOAK_CONFIG_CLI", JAR);
        environment.put("KEYCLOAK_URL", server.url());
        environment.put("KEYCLOAK_USER", server.adminUser());
        environment.put("KEYCLOAK_PASSWORD", server.adminPassword());
        // Else the second run would see that the file is the same, and do nothing.
        environment.put("IMPORT_CACHE_ENABLED", "false");
        environment.put("REALM", realm);
        environment.put("JUMPCLOUD_SERVERS", jumpCloud.ldapsUrl());
        environment.put("JUMPCLOUD_ORG_ID", jumpCloud.organizationId());
        environment.put("JUMPCLOUD_BIND_DN", jumpCloud.readerName());
        environment.put("JUMPCLOUD_BIND_PASSWORD", jumpCloud.readerPassword());
        return environment;
    }

    private static JsonNode only(RealmApi realm) {
        return realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                .ok()
                .path(0);
    }
}
