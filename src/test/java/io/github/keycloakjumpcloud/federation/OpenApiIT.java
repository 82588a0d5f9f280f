package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The OpenAPI document as it is served, and real answers beside it. */
@ExtendWith(KeycloakExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RealmApi realm;
    private DocumentedAnswers documented;

    @BeforeAll
    void federate(AdminApi admin) {
        jumpCloud = FourPeople.start();
        federation = Federations.federate(admin, jumpCloud);
        realm = federation.realm();
        documented = new DocumentedAnswers(realm.get("/jumpcloud/openapi").ok());
    }

    @AfterAll
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("who may view the realm may read it, and nobody else")
    void rights(AdminApi admin) {
        Administrators administrators = new Administrators(realm);
        String path = "/realms/" + realm.name() + "/jumpcloud/openapi";

        assertThat(administrators
                        .with(List.of("view-realm"))
                        .get(path)
                        .ok()
                        .path("openapi")
                        .asText())
                .startsWith("3.0");
        Response refused =
                administrators.with(administrators.allRolesBut("view-realm")).get(path);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("forbidden");
        assertThat(admin.anonymous().get(path).status()).isEqualTo(401);
        RealmApi elsewhere = admin.createRealm();
        Administrators others = new Administrators(elsewhere);
        assertThat(others.with(others.allRolesBut("none")).get(path).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("describes what the calls answer")
    void answers() {
        Response started = new RunApi(federation).start();
        documented.check("/{component}/sync", "post", "202", started.ok());
        String run = started.body().path("id").asText();
        JsonNode ended = new RunApi(federation).ended(run);
        assertThat(ended.has("report")).isTrue();
        documented.check("/{component}/runs/{run}", "get", "200", ended);
        documented.check(
                "/{component}/runs", "get", "200", federation.get("runs").ok());
        documented.check(
                "/{component}/status", "get", "200", federation.get("status").ok());
        documented.check(
                "/{component}/preview",
                "post",
                "200",
                federation.post("preview", null).ok());
        for (String name : List.of("anna", "nobody", jumpCloud.readerName())) {
            Map<String, String> wish = Map.of("username", name, "password", "wrong");
            documented.check(
                    "/{component}/explain",
                    "post",
                    "200",
                    federation.post("explain", wish).ok());
        }
    }

    @Test
    @DisplayName("describes how calls are refused")
    void refusals() {
        Response empty = federation.post("explain", Map.of());
        documented.check("/{component}/explain", "post", String.valueOf(empty.status()), empty.body());
        Response run = federation.get("runs/none");
        documented.check("/{component}/runs/{run}", "get", String.valueOf(run.status()), run.body());
        Response source = federation.post("adopt", Map.of("from", "none"));
        documented.check("/{component}/adopt", "post", String.valueOf(source.status()), source.body());
        Response settings = federation.post("preview", Map.of("config", Map.of("connectionTimeout", "soon")));
        documented.check("/{component}/preview", "post", String.valueOf(settings.status()), settings.body());
        Response nothing = realm.get("/jumpcloud/none/status");
        documented.check("/{component}/status", "get", String.valueOf(nothing.status()), nothing.body());
    }
}
