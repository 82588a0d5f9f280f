package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what of the provider's own REST. */
@ExtendWith(KeycloakExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestRightsIT {

    /** Two more handshakes that a busy machine may fail at, for nothing. */
    private static final Map<String, String> NO_TEST = Map.of("testConnectionOnSave", "false");

    private static final String CALLS = "io.github.keycloakjumpcloud.federation.RestCall#";
    private static final String ALL = CALLS + "all";
    private static final String ON_PROVIDER = CALLS + "onProvider";
    private static final String ON_RUN = CALLS + "onRun";

    private JumpCloudStandIn jumpCloud;
    private AdminApi admin;
    private FederationApi federation;
    private FederationApi elsewhere;
    private String run;

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
    @MethodSource(ALL)
    @DisplayName("without a token: 401")
    void anonymous(RestCall call) {
        assertThat(on(call, admin.anonymous()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    @DisplayName("with every right but one: 403, whether or not what is asked for exists")
    void lacking(RestCall call) {
        for (String lacking : call.rights()) {
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
    @MethodSource(ALL)
    @DisplayName("a user without any rights, and one who may only view where more is needed: 403 and no information")
    void withoutRights(RestCall call) {
        Administrators administrators = new Administrators(federation.realm());
        List<AdminApi> callers = new ArrayList<>(List.of(administrators.with(List.of())));
        if (call.isMoreThanLooking()) {
            callers.add(administrators.with(List.of("view-realm", "view-users", "view-events", "query-users")));
        }
        for (AdminApi caller : callers) {
            Response refused = on(call, caller);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body().toString())
                    .doesNotContain(federation.id(), jumpCloud.organizationId(), "anna", run);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    @DisplayName("with just the rights that the call needs it works")
    void allowed(RestCall call) {
        AdminApi api = new Administrators(federation.realm()).with(call.rights());

        Response answer = on(call, api);

        // The run has ended and holds nothing back, so cancel and approve have nothing to do, and nobody can be
        // adopted.
        assertThat(answer.status()).as(answer.error()).isIn(200, 202, 404, 409);
        assertThat(answer.error()).isIn("", "not_running", "nothing_held", "source_not_found", "target_not_found");
        if (call.path().endsWith("/sync")) {
            new RunApi(federation).ended(answer.body().path("id").asText());
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    @DisplayName("an administrator of another realm: 403")
    void otherRealm(RestCall call) {
        Administrators administrators = new Administrators(elsewhere.realm());
        AdminApi api = administrators.with(administrators.allRolesBut("none"));

        Response refused = on(call, api);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().toString()).doesNotContain(federation.id());
    }

    @ParameterizedTest
    @MethodSource(ON_PROVIDER)
    @DisplayName("another realm's provider, another kind of component and nothing at all are not found")
    void notFound(RestCall call) {
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
    @MethodSource(ON_RUN)
    @DisplayName("a run of another provider is not found")
    void otherRun(RestCall call) {
        Response answer = call.on(admin, elsewhere.realm().name(), elsewhere.id(), run);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isEqualTo("run_not_found");
    }

    private Response on(RestCall call, AdminApi api) {
        return call.on(api, federation.realm().name(), federation.id(), run);
    }
}
