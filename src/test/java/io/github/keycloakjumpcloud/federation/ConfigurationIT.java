package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import io.github.keycloakjumpcloud.standin.OperationalAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("Settings")
class ConfigurationIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    /** Setting, wrong value, and what the sentence must contain: the field's label, the value, the remedy. */
    private static final String[][] WRONG = {
        {"organizationId", "acme", "JumpCloud organization ID", "“acme”", "24 hexadecimal digits"},
        {"organizationId", "", "JumpCloud organization ID", "missing", "Organization Profile"},
        {"bindDn", "uid=", "LDAP reader", "“uid=”", "Enter just the user name"},
        {"bindDn", "cn=admin,dc=example,dc=org", "LDAP reader", "example", "Enter just the user name"},
        {"bindCredential", "", "Password of the LDAP reader", "missing", "Type the JumpCloud password"},
        {"connectionUrl", "https://console.jumpcloud.com", "LDAP servers", "web address", "ldaps://ldap.jumpcloud.com"},
        {"connectionUrl", "ldap.jumpcloud.com:389", "LDAP servers", "389", "Write ldap:// before it"},
        {"connectionUrl", "ldap.jumpcloud.com:66636", "LDAP servers", "66636", "Use 636 with ldaps://"},
        {"startTls", "true", "StartTLS", "ldaps://localhost", "Switch StartTLS off"},
        {"verifyCertificates", "maybe", "Verify certificates", "“maybe”", "true nor false"},
        {"readTimeout", "2500", "Read time-out (ms)", "3900 ms together", "Lower one of them"},
        {"connectionPoolSize", "0", "Connections", "“0”", "from 1 to 200"},
        {"uuidLDAPAttribute", "objectGUID", "LDAP attribute: identity", "objectGUID", "Choose one of: auto, entryUUID"},
        {"usersDn", "Users", "User path", "“Users”", "is not a DN"},
        {"baseDn", "o=62a9d8c7b6a5f4e3d2c1b0a9,dc=jumpcloud,dc=com", "Root path", "62a9", "Correct whichever is wrong"},
        {"customUserSearchFilter", "(broken", "User filter", "“(broken”", "(employeeType=Full Time)"},
        {"usernameLDAPAttribute", "user name", "LDAP attribute: user name", "“user name”", "Enter one name"},
        {"emailLDAPAttribute", "userPassword", "LDAP attribute: e-mail", "userPassword", "Choose another attribute"},
        {
            "attributeMappings",
            "[{\"key\":\"cn\",\"value\":\"LDAP_ID\"}]",
            "Further attributes",
            "LDAP_ID",
            "another name"
        },
        {"groupNameLDAPAttribute", "memberOf", "LDAP attribute: group name", "memberOf", "Enter “cn”"},
        {"userGroups", "eng-*", "Required user groups", "eng-*", "Enter each group by its name"},
        {"groupNames", "eng-.*", "Groups to import", "eng-.*", "write eng-*"},
        {"groupsPath", "JumpCloud", "Parent of imported groups", "“JumpCloud”", "Begin with /"},
    };

    @Test
    @DisplayName(
            "the console offers jumpcloud as a provider that can be synced, every field with a label and a help text in plain words")
    void offeredInTheConsole(KeycloakServer server) {
        JsonNode offered = offered(server.admin());
        assertThat(offered.isMissingNode()).isFalse();
        assertThat(offered.path("metadata").path("synchronizable").asBoolean()).isTrue();

        Map<String, String> messages = new HashMap<>();
        PlainHttp.get(server.url() + "/resources/master/admin/en")
                .body()
                .forEach(message -> messages.put(
                        message.path("key").asText(), message.path("value").asText()));
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode property : offered.path("properties")) {
            String label = property.path("label").asText();
            softly.assertThat(messages.getOrDefault(label, "")).as(label).isNotBlank();
            String help = property.path("helpText").asText();
            softly.assertThat(messages.getOrDefault(help, "")).as(help).contains(" ");
        }
        softly.assertAll();
        assertThat(offered.path("properties").size()).isGreaterThan(25);
    }

    @Test
    @DisplayName("servers keep their order of preference, which Keycloak's database does not keep of several values")
    void serverOrder(AdminApi admin, JumpCloudStandIn jumpCloud) {
        List<String> servers = IntStream.range(0, 8)
                .mapToObj(number -> "ldaps://ldap" + number + ".example")
                .toList();
        Map<String, List<String>> settings = Federations.settings(jumpCloud, Map.of("testConnectionOnSave", "false"));
        settings.put("connectionUrl", servers);
        settings.put("authenticationUrl", servers.subList(2, 8));

        FederationApi federation = admin.createRealm().addJumpCloud(settings);
        federation.update(Map.of("connectionTimeout", List.of("900"))).ok();

        JsonNode config = federation.component().path("config");
        assertThat(config.path("connectionUrl").path(0).asText()).isEqualTo(String.join(" ", servers));
        assertThat(config.path("authenticationUrl").path(0).asText())
                .isEqualTo(String.join(" ", servers.subList(2, 8)));
    }

    @Test
    @DisplayName("a wrong value is refused with 400 and a sentence that names the field, the value and the remedy")
    void wrongValues(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = admin.createRealm();
        SoftAssertions softly = new SoftAssertions();
        for (String[] wrong : WRONG) {
            Response answer = realm.tryAddJumpCloud(Federations.settings(jumpCloud, Map.of(wrong[0], wrong[1])));
            softly.assertThat(answer.status()).as(wrong[0] + "=" + wrong[1]).isEqualTo(400);
            softly.assertThat(answer.message()).contains(List.of(wrong).subList(2, wrong.length));
        }
        softly.assertAll();
        assertThat(jumpCloud.counts().connections()).isZero();
        assertThat(realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                        .ok())
                .isEmpty();
    }

    @Test
    @DisplayName(
            "UserFederationLdapConnectionTest: another server needs the reader's password again, and nobody is asked with the stored one")
    void otherServerNeedsThePassword(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        try (JumpCloudStandIn foreign = Federations.standIn().start()) {
            Response refused = federation.update(Map.of("connectionUrl", List.of(foreign.ldapsUrl())));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).contains("Password of the LDAP reader", "LDAP servers", "again");
            assertThat(foreign.counts().connections()).isZero();
            assertThat(text(federation, "connectionUrl")).isEqualTo(jumpCloud.ldapsUrl());

            String newPassword = "Another-Secret-7";
            foreign.directory().setPassword(foreign.readerName(), newPassword);
            Response accepted = federation.update(Map.of(
                    "connectionUrl", List.of(foreign.ldapsUrl()),
                    "bindCredential", List.of(newPassword)));
            assertThat(accepted.status()).isEqualTo(204);
        }
    }

    @Test
    @DisplayName("another LDAP reader needs its password; the same reader written as a full DN does not")
    void otherReaderNeedsThePassword(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);

        Response refused = federation.update(Map.of("bindDn", List.of("alice.admin")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("Fill in Password of the LDAP reader again");

        assertThat(federation
                        .update(Map.of("bindDn", List.of(jumpCloud.readerDn())))
                        .status())
                .isEqualTo(204);
        assertThat(federation
                        .update(Map.of(
                                "bindDn", List.of("alice.admin"),
                                "bindCredential", List.of(jumpCloud.passwordOf("alice.admin"))))
                        .status())
                .isEqualTo(204);
    }

    @Test
    @DisplayName(
            "with JumpCloud down, settings that do not concern the connection are saved without asking it, and the provider can be switched off")
    void savedWhileDown(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        jumpCloud.stopListening();

        assertThat(federation
                        .update(Map.of(
                                "trustEmail", List.of("true"),
                                "groupsPath", List.of("/JumpCloud"),
                                "fullSyncPeriod", List.of("3600"),
                                "batchSizeForSync", List.of("500")))
                        .status())
                .isEqualTo(204);
        assertThat(text(federation, "trustEmail")).isEqualTo("true");

        assertThat(federation.update(Map.of("enabled", List.of("false"))).status())
                .isEqualTo(204);
        assertThat(text(federation, "enabled")).isEqualTo("false");

        // What does concern it still asks.
        federation.update(Map.of("enabled", List.of("true"))).ok();
        assertThat(federation
                        .update(Map.of("customUserSearchFilter", List.of("(title=Engineer)")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("a change that does not concern the connection costs no request")
    void unrelatedChangeIsFree(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        OperationCounts before = jumpCloud.counts();

        federation.update(Map.of("trustEmail", List.of("true"))).ok();

        OperationCounts since = jumpCloud.counts().minus(before);
        assertThat(since.connections()).isZero();
        assertThat(since.roundTrips()).isZero();
    }

    @Test
    @DisplayName(
            "the reader's password is masked in the admin REST and in admin events, and is never in the log or in an error")
    void secretStaysSecret(KeycloakServer server) {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start()) {
            String secret = "Unmistakable-Secret-4711";
            jumpCloud.directory().setPassword(jumpCloud.readerName(), secret);
            RealmApi realm = server.admin().createRealm();
            realm.recordEvents();
            FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
            federation.fullSync().ok();

            assertThat(text(federation, "bindCredential")).isEqualTo("**********");
            Response wrongFilter = federation.update(Map.of(
                    "bindCredential", List.of(secret),
                    "customUserSearchFilter", List.of("(broken")));
            jumpCloud.directory().setPassword(jumpCloud.readerName(), "changed meanwhile");
            Response refused = federation.update(Map.of("connectionTimeout", List.of("900")));
            jumpCloud.dropConnections();
            federation.fullSync();

            assertThat(wrongFilter.status()).isEqualTo(400);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(wrongFilter.message() + refused.message()).doesNotContain(secret);
            assertThat(realm.adminEvents().toString()).doesNotContain(secret);
            assertThat(server.log().text()).doesNotContain(secret);
        }
    }

    @Test
    @DisplayName(
            "the identity attribute that auto came to when saving is kept when something changes, and when JumpCloud begins to serve entryUUID")
    void identityAttributeIsKept(AdminApi admin) {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start()) {
            String uidNumber = String.valueOf(jumpCloud.directory().uidNumberOf("jane.doe"));
            FederationApi federation = Federations.federate(admin, jumpCloud);

            jumpCloud.behaviour().operationalAttributes(OperationalAttributes.SERVED);
            federation.update(Map.of("connectionTimeout", List.of("900"))).ok();
            federation.fullSync().ok();
            String jane = federation.realm().users().id("jane.doe");
            assertThat(directoryId(federation)).isEqualTo(uidNumber);

            federation.update(Map.of("readTimeout", List.of("1400"))).ok();
            JsonNode sync = federation.fullSync().ok();
            assertThat(sync.path("added").asInt()).isZero();
            assertThat(sync.path("updated").asInt()).isZero();
            assertThat(federation.realm().users().id("jane.doe")).isEqualTo(jane);

            FederationApi later = Federations.federate(admin, jumpCloud);
            later.fullSync().ok();
            assertThat(directoryId(later)).hasSize(36).contains("-");
        }
    }

    private static String directoryId(FederationApi federation) {
        return federation
                .realm()
                .users()
                .get("jane.doe")
                .at("/attributes/LDAP_ID/0")
                .asText();
    }

    /** What the console knows about this provider; a missing node if nothing. */
    private static JsonNode offered(AdminApi admin) {
        JsonNode types = admin.get("/serverinfo").ok().at("/componentTypes/org.keycloak.storage.UserStorageProvider");
        for (JsonNode type : types) {
            if ("jumpcloud".equals(type.path("id").asText())) {
                return type;
            }
        }
        return MissingNode.getInstance();
    }

    private static String text(FederationApi federation, String key) {
        return federation.component().path("config").path(key).path(0).asText();
    }
}
