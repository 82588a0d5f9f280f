package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the explanation of a user takes and gives away. */
@ExtendWith(KeycloakExtension.class)
class ExplainSecrecyIT {

    private static final String WRONG = "not-the-Secret-of-anna";

    private JumpCloudStandIn jumpCloud;
    private KeycloakServer server;
    private FederationApi federation;

    @BeforeEach
    void federate(KeycloakServer shared) {
        server = shared;
        jumpCloud = FourPeople.start();
        federation = Federations.federate(shared.admin(), jumpCloud);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "an admin event names who was explained; passwords are in no answer, event or log, and addresses in no log")
    void secrets() {
        RealmApi realm = federation.realm();
        realm.recordEvents();
        long mark = server.log().mark();
        String right = jumpCloud.passwordOf("anna");

        String answers = "";
        for (String password : new String[] {right, WRONG}) {
            answers += explain(Map.of("username", "anna@example.com", "password", password))
                    .ok();
        }

        JsonNode events = realm.adminEvents();
        // The oldest is that events are recorded.
        assertThat(events).hasSize(3);
        assertThat(events.path(0).path("operationType").asText()).isEqualTo("ACTION");
        assertThat(events.path(0).path("resourcePath").asText()).endsWith(federation.id() + "/explain");
        assertThat(events.path(0).path("representation").asText())
                .contains("\"action\":\"explain\"", "anna@example.com", "\"withPassword\":true");
        String log = server.log().since(mark);
        assertThat(answers + events + realm.events() + log).doesNotContain(right, WRONG, jumpCloud.readerPassword());
        assertThat(log).doesNotContain("anna@example.com");
    }

    @Test
    @DisplayName(
            "bodies that cannot be used are refused with a code, without what they hold, and JumpCloud is not asked")
    void bodies() {
        jumpCloud.resetCounts();

        assertRefused(null, "missing_value");
        assertRefused(Map.of("password", WRONG), "missing_value");
        assertRefused(Map.of("username", " "), "missing_value");
        assertRefused(Map.of("username", 7, "password", WRONG), "invalid_value");
        assertRefused(Map.of("username", "x".repeat(300)), "invalid_value");
        assertRefused(Map.of("username", "an\u0000na"), "invalid_value");
        assertRefused("{\"username\":\"anna\",\"password\":[\"" + WRONG + "\"]}", "invalid_value");
        assertRefused("{\"username\":\"anna\",\"password\":\"" + WRONG, "malformed_body");
        assertRefused("[\"" + WRONG + "\"]", "malformed_body");
        assertRefused(Map.of("username", "anna", "password", "x".repeat(200_000)), "body_too_large");

        assertThat(Federations.traffic(jumpCloud)).isEmpty();
    }

    @Test
    @DisplayName("names that are filters are only names")
    void injection() {
        for (String name : new String[] {"*", "anna)(uid=*", "(|(uid=*))", "<script>alert(1)</script>"}) {
            JsonNode answer =
                    explain(Map.of("username", name, "password", WRONG)).ok();

            assertThat(answer.path("verdict").asText()).as(name).isEqualTo("cannot");
            assertThat(answer.at("/steps/2/code").asText()).as(name).isEqualTo("notFound");
        }
    }

    @Test
    @DisplayName("tries a wrong password without any consequence in Keycloak")
    void withoutConsequence() {
        RealmApi realm = federation.realm();
        realm.update(Map.of("bruteForceProtected", true, "failureFactor", 10, "quickLoginCheckMilliSeconds", 0));
        federation
                .update(Map.of("outageLoginHours", List.of("8"), "loginRefreshSeconds", List.of("0")))
                .ok();
        String password = jumpCloud.passwordOf("anna");
        assertThat(signsIn(realm)).isTrue();

        ExplainApi.assertObstacle(new ExplainApi(federation).explain("anna", WRONG), "bind", "passwordRefused");

        jumpCloud.stopListening();
        // Keycloak may still be putting her last sign-in away, and refuses another one meanwhile.
        Awaitility.await("a sign-in by the kept password")
                .atMost(Duration.ofSeconds(10))
                .until(() -> signsIn(realm));
        jumpCloud.startListening();
        Awaitility.await("JumpCloud's own refusal")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        realm.signIn().with("bert", "wrong").errorDescription().equals("Invalid user credentials"));
        jumpCloud.directory().setPassword("anna", WRONG);
        assertThat(signsIn(realm))
                .as("by a password that was refused a moment ago")
                .isTrue();

        // A good sign-in clears what was counted. Keycloak counts in the background, and in order.
        ExplainApi.assertObstacle(new ExplainApi(federation).explain("anna", password), "bind", "passwordRefused");
        assertThat(realm.signIn().with("anna", "another").isSuccess()).isFalse();
        Awaitility.await("the one failure")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        realm.users().bruteForce("anna").path("numFailures").asInt() > 0);
        assertThat(realm.users().bruteForce("anna").path("numFailures").asInt()).isOne();
    }

    private boolean signsIn(RealmApi realm) {
        return realm.signIn().with("anna", jumpCloud.passwordOf("anna")).isSuccess();
    }

    private void assertRefused(@Nullable Object body, String code) {
        Response answer = federation.post("explain", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(code);
        assertThat(answer.message()).isNotEmpty();
        assertThat(answer.body().toString()).doesNotContain(WRONG);
    }

    private Response explain(Map<String, ?> body) {
        return federation.post("explain", body);
    }
}
