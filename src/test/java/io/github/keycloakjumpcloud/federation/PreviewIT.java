package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Previews with settings that have not been saved. */
@ExtendWith(KeycloakExtension.class)
class PreviewIT {

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
    @DisplayName("unsaved settings are tried with the stored password, whether it is missing, empty or masked")
    void unsaved() {
        for (String password : new String[] {null, "", "**********"}) {
            JsonNode team = preview(
                            password == null
                                    ? Map.of("userGroups", List.of("Team"))
                                    : Map.of("userGroups", List.of("Team"), "bindCredential", List.of(password)))
                    .ok();

            assertThat(team.path("counts").path("CREATE_USER").asInt()).isEqualTo(2);
        }
        assertThat(federation
                        .post("preview", null)
                        .ok()
                        .path("counts")
                        .path("CREATE_USER")
                        .asInt())
                .isEqualTo(4);
        assertThat(federation.realm().users().count()).isZero();
        assertThat(federation.component().path("config").has("userGroups")).isFalse();
    }

    @Test
    @DisplayName("the stored password goes to no other server, under no other name and with no less protection")
    void elsewhere() {
        try (JumpCloudStandIn other = FourPeople.start()) {
            other.resetCounts();
            for (Map<String, ?> settings : List.of(
                    Map.of("connectionUrl", List.of(other.ldapsUrl())),
                    Map.of("connectionUrl", List.of(other.ldapsUrl()), "bindCredential", "**********"),
                    Map.of("connectionUrl", List.of(jumpCloud.ldapsUrl(), other.ldapsUrl())),
                    Map.of("bindDn", "somebody"),
                    Map.of("verifyCertificates", false))) {
                Response answer = preview(settings);

                assertThat(answer.status()).as(settings.toString()).isEqualTo(400);
                assertThat(answer.error()).isEqualTo("credential_must_be_typed_anew");
            }
            assertThat(other.counts().binds()).isZero();

            Response typed = preview(Map.of(
                    "connectionUrl", List.of(other.ldapsUrl()), "bindCredential", List.of(other.readerPassword())));
            assertThat(typed.ok().path("counts").path("CREATE_USER").asInt()).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("settings and bodies that cannot be read are refused with a code, and without the password")
    void invalid() {
        assertThat(preview(Map.of("connectionTimeout", "soon")).error()).isEqualTo("invalid_settings");
        assertThat(preview(Map.of("userGroups", Map.of("a", "b"))).error()).isEqualTo("invalid_value");
        assertThat(federation.post("preview", "{\"config\":[]}").error()).isEqualTo("invalid_value");
        Response malformed = federation.post("preview", "{\"config\":{\"bindCredential\":\"top-secret");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.error()).isEqualTo("malformed_body");
        assertThat(malformed.body().toString()).doesNotContain("top-secret");
        assertThat(federation
                        .post("preview", "{\"config\":\"" + "x".repeat(200_000) + "\"}")
                        .error())
                .isEqualTo("body_too_large");
    }

    @Test
    @DisplayName("a preview that cannot read the directory says why, and takes no run's place")
    void unreachable() {
        jumpCloud.stopListening();

        JsonNode preview = federation.post("preview", null).ok();

        assertThat(preview.path("outcome").asText()).isEqualTo("FAILED");
        assertThat(preview.path("problem").asText()).contains("cannot be reached");
        assertThat(preview.toString()).doesNotContain(jumpCloud.readerPassword());
        assertThat(federation.get("runs").ok()).isEmpty();
    }

    private Response preview(Map<String, ?> config) {
        return federation.post("preview", Map.of("config", config));
    }
}
