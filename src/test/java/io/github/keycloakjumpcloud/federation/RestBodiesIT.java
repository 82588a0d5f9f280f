package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every call of the provider's own REST takes, and that none gives the reader's password away. */
@ExtendWith(KeycloakExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestBodiesIT {

    private static final String CALLS = "io.github.keycloakjumpcloud.federation.RestCall#";
    private static final String TYPED = "Typed-but-not-Saved";
    private static final int TOO_LONG = 200_000;
    private static final int DEEP = 40_000;

    private JumpCloudStandIn jumpCloud;
    private AdminApi admin;
    private FederationApi federation;
    private String run;

    @BeforeAll
    void federate(AdminApi root) {
        admin = root;
        jumpCloud = FourPeople.start();
        federation = Federations.federate(admin, jumpCloud);
        federation.realm().recordEvents();
        run = new RunApi(federation).completed().path("id").asText();
    }

    @AfterAll
    void stop() {
        jumpCloud.close();
    }

    @ParameterizedTest
    @MethodSource(CALLS + "withBody")
    @DisplayName("bodies that are too long or no JSON object are refused with a code and without what they hold")
    void bodies(RestCall call) {
        assertRefused(call, "{\"x\":\"" + TYPED + "x".repeat(TOO_LONG) + "\"}", "body_too_large");
        for (String malformed : List.of(
                "{\"x\":\"" + TYPED,
                "[\"" + TYPED + "\"]",
                "\"" + TYPED + "\"",
                "7",
                "{} {\"x\":\"" + TYPED + "\"}",
                "{\"x\":" + "[".repeat(DEEP))) {
            assertRefused(call, malformed, "malformed_body");
        }
        Objects.requireNonNull(call.wish()).keySet().forEach(field -> {
            Response empty = on(call, Map.of());
            assertThat(empty.status()).as(field).isEqualTo(400);
            assertThat(empty.error()).isIn("missing_value", "invalid_value");
            assertRefused(call, Map.of(field, List.of(TYPED)), "invalid_value");
        });
        if (call.settings()) {
            assertRefused(call, Map.of("config", List.of(TYPED)), "invalid_value");
            assertRefused(call, Map.of("config", Map.of("bindCredential", Map.of("x", TYPED))), "invalid_value");
            assertRefused(
                    call,
                    Map.of("config", Map.of("connectionTimeout", "soon", "bindCredential", TYPED)),
                    "invalid_settings");
        }
    }

    @ParameterizedTest
    @MethodSource(CALLS + "all")
    @DisplayName("the reader's password is in no answer and no admin event, whether it is the stored one or typed")
    void secrets(RestCall call) {
        assertSecret(on(call, call.wish()));
        if (call.settings()) {
            assertSecret(on(call, Map.of("config", Map.of("bindCredential", TYPED))));
            Map<String, Object> typed = new HashMap<>(Map.of("bindCredential", jumpCloud.readerPassword()));
            typed.put("connectionUrl", "ldaps://localhost:1");
            assertSecret(on(call, Map.of("config", typed)));
        }
        if (call.path().endsWith("/sync")) {
            RunApi runs = new RunApi(federation);
            runs.ended(federation.get("runs").ok().path(0).path("id").asText());
        }
        assertThat(federation.realm().adminEvents().toString())
                .isNotEmpty()
                .doesNotContain(jumpCloud.readerPassword(), TYPED);
    }

    private void assertSecret(Response answer) {
        assertThat(answer.status()).isNotEqualTo(500);
        assertThat(answer.body().toString() + answer.location()).doesNotContain(jumpCloud.readerPassword(), TYPED);
    }

    private void assertRefused(RestCall call, Object body, String code) {
        Response refused = on(call, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo(code);
        assertThat(refused.message()).isNotEmpty();
        assertThat(refused.body().toString()).doesNotContain(TYPED);
    }

    private Response on(RestCall call, @Nullable Object body) {
        return call.on(admin, federation.realm().name(), federation.id(), run, body);
    }
}
