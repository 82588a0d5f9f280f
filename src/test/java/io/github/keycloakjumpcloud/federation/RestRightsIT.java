package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may call what of the provider's own REST. */
@ExtendWith(KeycloakExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestRightsIT {

    /** Two more handshakes that a busy machine may fail at, for nothing. */
    private static final Map<String, String> NO_TEST = Map.of("testConnectionOnSave", "false");

    private JumpCloudStandIn jumpCloud;
    private AdminApi admin;
    private FederationApi federation;
    private FederationApi elsewhere;
    private String run;

    /** The calls, and what they need. */
    enum Call {
        SYNC("POST", "sync", "manage-realm manage-users"),
        PREVIEW("POST", "preview", "manage-realm"),
        TEST("POST", "test", "manage-realm"),
        EXPLAIN("POST", "explain", "manage-users"),
        STATUS("GET", "status", "view-realm"),
        RUNS("GET", "runs", "view-realm"),
        RUN("GET", "runs/{run}", "view-realm"),
        CANCEL("POST", "runs/{run}/cancel", "manage-realm manage-users"),
        APPROVE("POST", "runs/{run}/approve", "manage-realm manage-users");

        private final String method;
        private final String path;
        private final String roles;

        Call(String method, String path, String roles) {
            this.method = method;
            this.path = path;
            this.roles = roles;
        }

        List<String> roles() {
            return List.of(roles.split(" "));
        }

        /** The call on this provider in this realm, by whoever the API stands for. */
        Response on(AdminApi api, String realm, String component, String run) {
            String path = "/realms/" + realm + "/jumpcloud/" + component + "/" + this.path.replace("{run}", run);
            return method.equals("GET") ? api.get(path) : api.post(path, body());
        }

        /** What the call cannot do without. */
        private @Nullable Object body() {
            return this == EXPLAIN ? Map.of("username", "anna") : null;
        }
    }

    @BeforeAll
    void federate(AdminApi root) {
        admin = root;
        jumpCloud = FourPeople.start();
        federation = Federations.federate(admin, jumpCloud, NO_TEST);
        elsewhere = Federations.federate(admin, jumpCloud, NO_TEST);
        run = new RunApi(federation).completed().path("id").asText();
    }

    @AfterAll
    void stop() {
        jumpCloud.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("without a token: 401")
    void anonymous(Call call) {
        assertThat(on(call, admin.anonymous()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("with every right but one: 403, whether or not what is asked for exists")
    void lacking(Call call) {
        for (String lacking : call.roles()) {
            Administrators administrators = new Administrators(federation.realm());
            AdminApi api = administrators.with(administrators.allRolesBut(lacking));

            Response refused = on(call, api);

            assertThat(refused.status()).as("without %s", lacking).isEqualTo(403);
            assertThat(refused.error()).isEqualTo("forbidden");
            assertThat(refused.body().toString()).doesNotContain(federation.id());
            String realm = federation.realm().name();
            assertThat(call.on(api, realm, "no-such-provider", "no-such-run").body())
                    .isEqualTo(refused.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("with just the rights that the call needs it works")
    void allowed(Call call) {
        AdminApi api = new Administrators(federation.realm()).with(call.roles());

        Response answer = on(call, api);

        // The run has ended and holds nothing back, so cancel and approve have nothing to do.
        assertThat(answer.status()).isIn(200, 202, 409);
        if (call == Call.SYNC) {
            new RunApi(federation).ended(answer.body().path("id").asText());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("an administrator of another realm: 403")
    void otherRealm(Call call) {
        Administrators administrators = new Administrators(elsewhere.realm());
        AdminApi api = administrators.with(administrators.allRolesBut("none"));

        Response refused = on(call, api);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().toString()).doesNotContain(federation.id());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("another realm's provider, another kind of component and nothing at all are not found")
    void notFound(Call call) {
        RealmApi realm = federation.realm();
        String otherKind = realm.addComponent(
                        "ldap",
                        "ldap",
                        Map.of("connectionUrl", List.of("ldap://127.0.0.1:1"), "editMode", List.of("READ_ONLY")))
                .createdId();

        for (String component : List.of(elsewhere.id(), otherKind, "no-such-provider")) {
            Response answer = call.on(admin, realm.name(), component, run);
            assertThat(answer.status()).as(component).isEqualTo(404);
            assertThat(answer.error()).isEqualTo("provider_not_found");
        }
        realm.delete("/components/" + otherKind);
    }

    @ParameterizedTest
    @EnumSource(names = {"RUN", "CANCEL", "APPROVE"})
    @DisplayName("a run of another provider is not found")
    void otherRun(Call call) {
        Response answer = call.on(admin, elsewhere.realm().name(), elsewhere.id(), run);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isEqualTo("run_not_found");
    }

    private Response on(Call call, AdminApi api) {
        return call.on(api, federation.realm().name(), federation.id(), run);
    }
}
