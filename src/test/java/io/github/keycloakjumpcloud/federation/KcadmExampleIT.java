package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of examples/kcadm with the distribution's own kcadm.sh. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("The example for kcadm.sh")
class KcadmExampleIT {

    private static final ExampleFile ADD = new ExampleFile("kcadm/add-jumpcloud.sh");

    private final Map<String, String> environment = new HashMap<>();
    private JumpCloudStandIn jumpCloud;
    private KeycloakServer server;
    private RealmApi realm;
    private Path folder;

    @BeforeEach
    void describe(KeycloakServer keycloak, @TempDir Path temporary) {
        folder = temporary;
        server = keycloak;
        jumpCloud = FourPeople.start();
        realm = server.admin().createRealm();
        environment.put(
                "KCADM", server.home().resolve("bin").resolve("kcadm.sh").toString());
        environment.put("KC_OPTS", "-XX:TieredStopAtLevel=1");
        environment.put("KEYCLOAK_URL", server.url());
        environment.put("REALM", realm.name());
        environment.put("ADMIN_USER", server.adminUser());
        environment.put("JUMPCLOUD_SERVERS", jumpCloud.ldapsUrl());
        environment.put("JUMPCLOUD_ORG_ID", jumpCloud.organizationId());
        environment.put("JUMPCLOUD_BIND_DN", jumpCloud.readerName());
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "adds the provider with a reader's password that is typed, and brings it up to date with one from the environment")
    void twice() {
        // kcadm.sh asks at a terminal only, which a test does not have.
        environment.put("KC_CLI_PASSWORD", server.adminPassword());
        Ended first = run(jumpCloud.readerPassword() + "\n");

        assertThat(first.status()).as(first.output()).isZero();
        assertThat(first.output())
                .contains("Added the provider", "The connection test went well", ": COMPLETED")
                .doesNotContain(jumpCloud.readerPassword());
        assertThat(realm.users().names()).containsExactly("anna", "bert", "cleo", "dora");
        String id = only().path("id").asText();

        environment.put("JUMPCLOUD_BIND_PASSWORD", jumpCloud.readerPassword());
        environment.put("JUMPCLOUD_USER_GROUPS", "Team,Board");
        Ended second = run("");

        assertThat(second.status()).as(second.output()).isZero();
        assertThat(second.output()).contains("Brought the provider " + id + " up to date");
        assertThat(only().path("id").asText()).isEqualTo(id);
        assertThat(userGroups()).containsExactlyInAnyOrder("Team", "Board");
        // A change of who is let in: the removal waits for an approval.
        assertThat(second.output()).containsPattern("heldPlan\" : \"\\w+");

        environment.remove("JUMPCLOUD_USER_GROUPS");
        Ended third = run("");

        assertThat(third.status()).as(third.output()).isZero();
        assertThat(userGroups()).containsExactlyInAnyOrder("Team", "Board");
    }

    @Test
    @DisplayName("says why a provider was not added, and ends with an error")
    void refused() {
        environment.put("KC_CLI_PASSWORD", server.adminPassword());
        environment.put("JUMPCLOUD_BIND_PASSWORD", "quite \"wrong\" \\");

        Ended run = run("");

        assertThat(run.status()).isNotZero();
        assertThat(run.output()).contains("refused user name or password").doesNotContain("quite");
        assertThat(only().isMissingNode()).isTrue();
    }

    private Ended run(String typed) {
        return ExampleScript.run(folder, ADD, environment, typed);
    }

    /** Keycloak keeps no order among several values. */
    private List<String> userGroups() {
        return only().at("/config/userGroups")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode only() {
        return realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                .ok()
                .path(0);
    }
}
