package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.example.ExampleFile;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestedKeycloak;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the other examples say, brought to Keycloak by the calls that their tools make. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("The settings in the examples")
class ExampleSettingsIT {

    private static final String SERVERS = "ldaps://ldap.jumpcloud.com:636";

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
    @DisplayName("for keycloak-config-cli work, and putting them there again changes neither id nor password nor users")
    void configCli(AdminApi admin) {
        JsonNode provider = ExampleFile.provider(new ExampleFile("keycloak-config-cli/jumpcloud.yaml")
                .yaml(text -> text.replaceAll("\\$\\(env:JUMPCLOUD_SERVERS:-[^)]+\\)", jumpCloud.ldapsUrl())
                        .replace("$(env:JUMPCLOUD_ORG_ID)", jumpCloud.organizationId())
                        .replace("$(env:JUMPCLOUD_BIND_DN)", jumpCloud.readerName())
                        .replace("$(env:JUMPCLOUD_BIND_PASSWORD)", jumpCloud.readerPassword())));
        RealmApi realm = admin.createRealm();
        Map<String, List<String>> settings = ExampleFile.settings(provider);
        FederationApi federation = realm.addJumpCloud(settings);
        assertThat(SyncResult.full(federation).added()).isEqualTo(4);
        JsonNode before = federation.component();

        federation.update(settings).ok();

        assertThat(federation.component()).isEqualTo(before);
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }

    @Test
    @DisplayName("for Terraform work, and what Keycloak shows of them later differs in the password alone")
    void terraform(AdminApi admin) {
        jumpCloud.directory().addGroup("Staff", "anna").addGroup("Contractors", "bert");
        Map<String, List<String>> config = new HashMap<>();
        new ExampleFile("terraform/main.tf")
                .attributes("  config = {")
                .forEach((key, value) -> config.put(key, List.of(value(value).split("##"))));
        Map<String, List<String>> sent = new HashMap<>(config);
        sent.put("enabled", List.of("true"));
        sent.put("priority", List.of("0"));
        sent.put("cachePolicy", List.of("DEFAULT"));
        sent.put("fullSyncPeriod", List.of("3600"));
        sent.put("changedSyncPeriod", List.of("-1"));
        FederationApi federation = admin.createRealm().addJumpCloud(sent);
        assertThat(SyncResult.full(federation).added()).isEqualTo(2);

        Map<String, List<String>> shown = ExampleFile.settings(federation.component());

        sent.put("bindCredential", List.of("**********"));
        if (!TestedKeycloak.isAtLeast("26.5")) {
            // Keycloak's own note, which the example has Terraform ignore.
            assertThat(shown.remove("lastSync")).isNotNull();
        }
        // Keycloak keeps no order among several values.
        assertThat(shown).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(sent);
        federation.update(sent).ok();
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }

    /** What Terraform makes of an expression in the file. */
    private String value(String expression) {
        return switch (expression) {
            case "var.organization_id" -> jumpCloud.organizationId();
            case "var.reader" -> jumpCloud.readerName();
            case "var.reader_password" -> jumpCloud.readerPassword();
            default -> expression.substring(1, expression.length() - 1).replace(SERVERS, jumpCloud.ldapsUrl());
        };
    }

    @Test
    @DisplayName("for the operator make a realm whose people sign in")
    void operator(AdminApi admin) {
        ObjectNode json = (ObjectNode) new ExampleFile("operator/realm-import.yaml")
                .yaml(text -> text.replace(SERVERS, jumpCloud.ldapsUrl())
                        .replace("${JUMPCLOUD_ORG_ID}", jumpCloud.organizationId())
                        .replace("${JUMPCLOUD_BIND_DN}", jumpCloud.readerName())
                        .replace("${JUMPCLOUD_BIND_PASSWORD}", jumpCloud.readerPassword()))
                .at("/spec/realm");
        json.put("realm", "operator-" + UUID.randomUUID());
        RealmApi realm = admin.createRealm(json.toString());
        FederationApi federation =
                realm.federation(realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                        .ok()
                        .at("/0/id")
                        .asText());

        assertThat(SyncResult.full(federation).added()).isEqualTo(4);
        assertThat(realm.signIn().with("anna", jumpCloud.passwordOf("anna")).isSuccess())
                .isTrue();
    }
}
