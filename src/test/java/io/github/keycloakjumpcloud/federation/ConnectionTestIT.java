package io.github.keycloakjumpcloud.federation;

import static io.github.keycloakjumpcloud.federation.ConnectionStages.assertFailed;
import static io.github.keycloakjumpcloud.federation.ConnectionStages.assertWarning;
import static io.github.keycloakjumpcloud.federation.ConnectionStages.details;
import static io.github.keycloakjumpcloud.federation.ConnectionStages.names;
import static io.github.keycloakjumpcloud.federation.ConnectionStages.stage;
import static io.github.keycloakjumpcloud.federation.ConnectionStages.stages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The connection test by REST. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("The connection test")
class ConnectionTestIT {

    private static final String NOWHERE = "ldaps://no-such-host.invalid:636";

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;

    @BeforeEach
    void federate(AdminApi admin) {
        jumpCloud = FourPeople.start();
        federation = Federations.federate(admin, jumpCloud);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("goes all the way, with figures for each stage, and never shows the password")
    void allWell() {
        jumpCloud.resetCounts();

        JsonNode test = federation.post("test", null).ok();

        assertThat(test.path("result").asText()).as(test.toString()).isEqualTo("ok");
        assertThat(names(test))
                .containsExactly(
                        "resolve", "connect", "tls", "bind", "search", "base", "users", "groups", "identity", "paging");
        for (JsonNode stage : test.path("stages")) {
            assertThat(stage.path("result").asText()).as(stage.toString()).isEqualTo("ok");
            assertThat(stage.path("millis").isIntegralNumber()).isTrue();
            assertThat(stage.has("code")).isFalse();
            assertThat(stage.path("message").asText()).isNotEmpty().doesNotContain("jumpcloud.");
        }
        assertThat(details(test, "tls").path("daysLeft").asLong()).isBetween(300L, 366L);
        assertThat(details(test, "tls").path("issuer").asText())
                .isEqualTo(jumpCloud.certificates().issuerName());
        assertThat(details(test, "users").path("found").asInt()).isEqualTo(4);
        assertThat(details(test, "users").path("complete").asBoolean()).isTrue();
        assertThat(details(test, "users").path("examples")).hasSize(4);
        assertThat(details(test, "users").path("leftOut").asText()).isEqualTo(jumpCloud.readerName());
        assertThat(details(test, "groups").path("found").asInt()).isEqualTo(2);
        assertThat(details(test, "identity").path("attribute").asText()).isEqualTo("uidNumber");
        assertThat(details(test, "paging").path("offered").asBoolean()).isTrue();
        assertThat(test.toString()).doesNotContain(jumpCloud.readerPassword());
        assertThat(jumpCloud.counts().binds()).isOne();
        assertThat(federation.realm().users().count()).isZero();
    }

    @Test
    @DisplayName("a wrong password of the reader fails the bind, and what follows is skipped")
    void wrongPassword() {
        JsonNode test = test(Map.of("bindCredential", "quite-wrong")).ok();

        assertFailed(test, "bind", "readerRefused");
        assertThat(stage(test, "bind").path("message").asText()).contains(jumpCloud.readerDn(), "Type the password");
        assertThat(stage(test, "tls").path("result").asText()).isEqualTo("ok");
        assertThat(test.toString()).doesNotContain("quite-wrong", jumpCloud.readerPassword());
    }

    @Test
    @DisplayName("a reader without \"Enable as LDAP Bind DN\" fails the search")
    void mayNotSearch() {
        jumpCloud.directory().setBindDn(jumpCloud.readerName(), false);

        JsonNode test = federation.post("test", null).ok();

        assertFailed(test, "search", "readerCannotSearch");
        assertThat(stage(test, "search").path("message").asText()).contains("Enable as LDAP Bind DN");
    }

    @Test
    @DisplayName("an unknown host and a closed port")
    void unreachable() throws IOException {
        Map<String, Object> typed = new HashMap<>(Map.of("bindCredential", jumpCloud.readerPassword()));
        typed.put("connectionUrl", NOWHERE);
        assertFailed(test(typed).ok(), "resolve", "unknownHost");

        typed.put("connectionUrl", closedPort());
        assertFailed(test(typed).ok(), "connect", "unreachable");
    }

    @Test
    @DisplayName("certificates: untrusted, expired, of another host, soon to expire, unchecked")
    void certificates() {
        jumpCloud.certificates().untrusted();
        assertFailed(federation.post("test", null).ok(), "tls", "certificateUntrusted");
        jumpCloud.certificates().expire();
        assertFailed(federation.post("test", null).ok(), "tls", "certificateExpired");
        jumpCloud.certificates().wrongHost();
        assertFailed(federation.post("test", null).ok(), "tls", "certificateWrongName");

        jumpCloud.certificates().expireIn(Duration.ofDays(20));
        JsonNode soon = federation.post("test", null).ok();
        assertWarning(soon, "tls", "certificateExpiresSoon");
        assertThat(details(soon, "tls").path("daysLeft").asInt()).isEqualTo(19);

        jumpCloud.certificates().untrusted();
        JsonNode unchecked = test(Map.of("verifyCertificates", "false", "bindCredential", jumpCloud.readerPassword()))
                .ok();
        assertWarning(unchecked, "tls", "certificatesNotVerified");
    }

    @Test
    @DisplayName("a dead second server is a warning, and so is clear text")
    void secondServer() {
        JsonNode test = test(Map.of(
                        "connectionUrl",
                        List.of(jumpCloud.ldapUrl(), NOWHERE),
                        "bindCredential",
                        jumpCloud.readerPassword()))
                .ok();

        assertWarning(test, "tls", "clearText");
        List<JsonNode> resolved = stages(test, "resolve");
        assertThat(resolved).hasSize(2);
        assertThat(resolved.get(1).path("result").asText()).isEqualTo("warning");
        assertThat(resolved.get(1).path("code").asText()).isEqualTo("unknownHost");
        assertThat(resolved.get(1).path("details").path("server").asText()).isEqualTo(NOWHERE);
        assertThat(stage(test, "users").path("result").asText()).isEqualTo("ok");
    }

    @Test
    @DisplayName("servers for sign-in are looked at as far as TLS")
    void signInServers() {
        jumpCloud.resetCounts();

        JsonNode test =
                test(Map.of("authenticationUrl", jumpCloud.mfaLdapsUrl())).ok();

        assertThat(names(test)).endsWith("sign-in-resolve", "sign-in-connect", "sign-in-tls");
        assertThat(details(test, "sign-in-tls").path("server").asText()).isEqualTo(jumpCloud.mfaLdapsUrl());
        assertThat(jumpCloud.counts().binds()).isOne();
    }

    @Test
    @DisplayName("a user path that does not exist, and a required group that does not")
    void tree() {
        JsonNode paths =
                test(Map.of("usersDn", "ou=People," + jumpCloud.baseDn())).ok();
        assertFailed(paths, "base", "baseNotFound");
        assertThat(details(paths, "base").path("usersDn").asText()).startsWith("ou=People,");

        JsonNode groups =
                test(Map.of("userGroups", List.of("Team", "No such group"))).ok();
        assertThat(stage(groups, "groups").path("code").asText()).isEqualTo("userGroupNotFound");
        assertThat(stage(groups, "groups").path("message").asText()).contains("“No such group”");
        assertThat(details(groups, "groups").path("missing")).hasSize(1);
        assertThat(stage(groups, "identity").path("result").asText()).isEqualTo("ok");
        assertThat(groups.path("result").asText()).isEqualTo("failed");
    }

    @Test
    @DisplayName(
            "unsaved settings are tested as given, nothing of them is stored, and the stored password goes nowhere else")
    void unsaved() {
        JsonNode before = federation.component();

        JsonNode test = test(Map.of("groupsEnabled", "false", "uuidLDAPAttribute", "uid"))
                .ok();

        assertThat(stage(test, "groups").path("result").asText()).isEqualTo("skipped");
        assertThat(stage(test, "groups").path("message").asText()).contains("“Import groups” is off");
        assertWarning(test, "identity", "identityIsName");
        assertThat(federation.component()).isEqualTo(before);
        try (JumpCloudStandIn other = FourPeople.start()) {
            other.resetCounts();
            Response elsewhere = test(Map.of("connectionUrl", other.ldapsUrl()));
            assertThat(elsewhere.status()).isEqualTo(400);
            assertThat(elsewhere.error()).isEqualTo("credential_must_be_typed_anew");
            assertThat(other.counts().connections()).isZero();
        }
        assertThat(test(Map.of("connectionTimeout", "soon")).error()).isEqualTo("invalid_settings");
        assertThat(federation.post("test", "{\"config\":[]}").error()).isEqualTo("invalid_value");
    }

    @Test
    @DisplayName("a provider that is not saved yet is tested with what the form holds")
    void unborn() {
        FederationApi unborn = federation.realm().federation("new");

        JsonNode test = unborn.post("test", Map.of("config", Federations.settings(jumpCloud)))
                .ok();

        assertThat(test.path("result").asText()).as(test.toString()).isEqualTo("ok");
        assertThat(test.toString()).doesNotContain(jumpCloud.readerPassword());
        Response empty = unborn.post("test", null);
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.error()).isEqualTo("invalid_settings");
        assertThat(federation
                        .realm()
                        .get("/components?type=org.keycloak.storage.UserStorageProvider")
                        .ok())
                .hasSize(1);
    }

    @Test
    @DisplayName("gives facts for a bug report when it is asked for them, and only then")
    void facts() {
        assertThat(federation.post("test", null).ok().has("facts")).isFalse();

        JsonNode test = federation.post("test", Map.of("facts", true)).ok();

        assertThat(test.path("result").asText()).isEqualTo("ok");
        assertThat(test.path("facts").asText())
                .startsWith("Facts about a JumpCloud directory")
                .contains("\noperationalAttributes: absent (", "\ncriticalPaging: honoured (")
                .doesNotContain("anna", jumpCloud.readerName(), jumpCloud.organizationId(), "localhost");
        assertThat(federation.post("test", Map.of("facts", "yes")).error()).isEqualTo("invalid_value");
    }

    @Test
    @DisplayName("tries a wrong password once, facts or not")
    void factsAfterWrongPassword() {
        jumpCloud.resetCounts();

        JsonNode test = federation
                .post("test", Map.of("facts", true, "config", Map.of("bindCredential", "quite-wrong")))
                .ok();

        assertThat(test.path("facts").asText())
                .contains("\nsizeLimit: unknown (the reader was not let in: readerRefused)");
        assertThat(jumpCloud.operations())
                .filteredOn(operation -> operation.dn().equals(jumpCloud.readerDn()))
                .hasSize(1);
    }

    @Test
    @DisplayName("leaves an admin event that says which servers were asked as whom, without the password")
    void adminEvent() {
        federation.realm().recordEvents();

        federation.post("test", null).ok();

        JsonNode events = federation.realm().adminEvents();
        List<JsonNode> tests = new ArrayList<>();
        events.forEach(event -> {
            if (event.path("resourcePath").asText().endsWith("/test")) {
                tests.add(event);
            }
        });
        assertThat(tests).singleElement().satisfies(event -> {
            assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
            assertThat(event.path("representation").asText())
                    .contains("\"action\":\"test\"", "\"unsaved\":false", "\"result\":\"ok\"")
                    .contains(jumpCloud.ldapsUrl(), jumpCloud.readerDn());
        });
        assertThat(events.toString()).doesNotContain(jumpCloud.readerPassword());
    }

    private Response test(Map<String, ?> config) {
        return federation.post("test", Map.of("config", config));
    }

    private static String closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "ldaps://127.0.0.1:" + socket.getLocalPort();
        }
    }
}
