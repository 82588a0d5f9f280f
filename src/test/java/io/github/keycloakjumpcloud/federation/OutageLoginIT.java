package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sign-ins during an outage, where outageLoginHours allows them. */
@ExtendWith(KeycloakExtension.class)
class OutageLoginIT {

    private static final String WRONG = "not-the-Secret-of-bert";
    private static final String INVALID = "Invalid user credentials";
    private static final Map<String, ?> COUNTING =
            Map.of("bruteForceProtected", true, "failureFactor", 10, "quickLoginCheckMilliSeconds", 0);

    private JumpCloudStandIn jumpCloud;
    private KeycloakServer server;
    private FederationApi federation;
    private RealmApi realm;

    @BeforeEach
    void signInOnce(KeycloakServer shared) {
        server = shared;
        jumpCloud = Federations.standIn().empty().start();
        jumpCloud
                .directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addUser(StandInUser.of("cleo", "Cleo", "Cole"));
        realm = server.admin().createRealm();
        realm.recordEvents();
        federation = realm.addJumpCloud(Federations.settings(
                jumpCloud, Map.of("authenticationTimeout", "1000", "outageLoginHours", "8", "removedUsers", "keep")));
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(3, 0, 0, 0));
        assertThat(signIn("anna").isSuccess()).isTrue();
        assertThat(signIn("bert").isSuccess()).isTrue();
        // Not sooner: detection of brute force refuses their next sign-ins while the last are still being put away.
        realm.update(COUNTING);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "the last good password lets in, with an event and a warning; a wrong one is wrong and counted; nobody else is judged")
    void outage(Outage outage) {
        long mark = server.log().mark();
        outage.strike(jumpCloud);

        assertThat(signIn("anna").isSuccess()).isTrue();
        assertThat(realm.signIn().with("bert", WRONG).errorDescription()).isEqualTo(INVALID);
        SignInResult neverSeen = signIn("cleo");

        assertThat(neverSeen.isSuccess()).isFalse();
        assertThat(neverSeen.errorDescription()).isNotEqualTo(INVALID);
        awaitFailures("bert", 1);
        assertThat(failures("anna")).isZero();
        assertThat(failures("cleo")).isZero();
        JsonNode used = event("anna", "IDENTITY_PROVIDER_LOGIN");
        assertThat(used.at("/details/jumpcloud_outage").asText()).isEqualTo("true");
        assertThat(used.at("/details/identity_provider").asText()).isEqualTo("jumpcloud");
        assertThat(used.at("/details/reason").asText()).isNotEmpty();
        assertThat(used.path("clientId").asText()).isNotEmpty();
        assertThat(event("bert", "IDENTITY_PROVIDER_LOGIN_ERROR").path("error").asText())
                .isEqualTo("jumpcloud_outage");
        String log = server.log().since(mark);
        assertThat(log.lines())
                .anyMatch(line -> line.contains("WARN")
                        && line.contains("uid=anna")
                        && line.contains("was let in by the password of the last good sign-in"));
        assertThat(log + realm.events()).doesNotContain(WRONG, jumpCloud.passwordOf("anna"));

        Outage.end(jumpCloud);
        Awaitility.await("a sign-in that JumpCloud itself has judged")
                .atMost(Duration.ofSeconds(15))
                .until(() -> signIn("cleo").isSuccess());
        assertThat(signIn("bert").isSuccess()).isTrue();
    }

    @Test
    @DisplayName("whom JumpCloud has refused does not come in afterwards, by whatever password that was")
    void refused() {
        assertThat(realm.signIn().with("anna", "wrong").errorDescription()).isEqualTo(INVALID);
        jumpCloud.directory().suspend("bert");
        assertThat(signIn("bert").errorDescription()).isEqualTo(INVALID);
        awaitFailures("anna", 1);
        awaitFailures("bert", 1);

        jumpCloud.stopListening();

        assertNotJudged(signIn("anna"));
        // Still within the seconds in which the same refused password is not sent again.
        assertThat(signIn("bert").isSuccess()).isFalse();
    }

    @Test
    @DisplayName("an answer that declines is no outage: nobody comes in past it")
    void declined() {
        jumpCloud.behaviour().unavailable(io.github.keycloakjumpcloud.standin.Outage.BINDS, 53);

        assertNotJudged(signIn("anna"));
    }

    @Test
    @DisplayName("somebody who has left, or whom an administrator has disabled, does not come in")
    void leftOrDisabled() {
        jumpCloud.directory().removeUser("anna");
        SyncResult.full(federation);
        realm.users().update("bert", Map.of("enabled", false)).ok();

        jumpCloud.stopListening();

        assertThat(realm.signIn().with("anna", "anna-Secret01!").isSuccess()).isFalse();
        assertThat(signIn("bert").isSuccess()).isFalse();
    }

    @Test
    @DisplayName("what was kept is gone once the option has been off")
    void switchedOff() {
        federation.update(Map.of("outageLoginHours", List.of("0"))).ok();
        federation.update(Map.of("outageLoginHours", List.of("8"))).ok();

        jumpCloud.stopListening();

        assertNotJudged(signIn("anna"));
    }

    @Test
    @DisplayName("what is kept is no credential: administrators, tokens and exports show nothing of it")
    void shownNowhere() {
        JsonNode kept = credentials("anna");

        assertThat(kept.findValuesAsText("type"))
                .isEqualTo(credentials("cleo").findValuesAsText("type"))
                .containsExactly("password");
        assertThat(kept.path(0).path("federationLink").asText()).isEqualTo(federation.id());
        assertThat(realm.users().get("anna").path("attributes").fieldNames())
                .toIterable()
                .noneMatch(name -> name.contains("password") || name.contains("outage") || name.contains("kept"));
        assertThat(signIn("anna").claims().toString()).doesNotContainIgnoringCase("outage");
        assertThat(realm.partialExport().toString()).doesNotContain("hashIterations", "secretData");
    }

    private JsonNode credentials(String username) {
        return realm.get("/users/" + realm.users().id(username) + "/credentials")
                .ok();
    }

    private SignInResult signIn(String username) {
        return realm.signIn().with(username, jumpCloud.passwordOf(username));
    }

    private static void assertNotJudged(SignInResult result) {
        assertThat(result.isSuccess()).isFalse();
        assertThat(result.error()).isEqualTo("temporarily_unavailable");
    }

    private int failures(String username) {
        return realm.users().bruteForce(username).path("numFailures").asInt();
    }

    private void awaitFailures(String username, int count) {
        Awaitility.await(count + " failures of " + username)
                .atMost(Duration.ofSeconds(10))
                .until(() -> failures(username) == count);
    }

    private JsonNode event(String username, String type) {
        String id = realm.users().id(username);
        return StreamSupport.stream(realm.events().spliterator(), false)
                .filter(event -> event.path("type").asText().equals(type))
                .filter(event -> event.path("userId").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " of " + username + " in " + realm.events()));
    }
}
