package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JumpCloud tells of an account with a bind's answer: administrators learn it, the one who signs in does not. */
@ExtendWith(KeycloakExtension.class)
class PasswordPolicyIT {

    private static final String TOLD = "IDENTITY_PROVIDER_LOGIN_ERROR";
    private static final String COUNTING_REALM =
            "{\"bruteForceProtected\":true,\"failureFactor\":10,\"quickLoginCheckMilliSeconds\":0}";

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD =
            JumpCloudStandInExtension.with(Federations::reachable).perTest();

    private KeycloakServer server;
    private RealmApi realm;

    @BeforeEach
    void federate(KeycloakServer shared, JumpCloudStandIn jumpCloud) {
        server = shared;
        jumpCloud.behaviour().passwordPolicyErrors(true);
        realm = server.admin().createRealm(COUNTING_REALM);
        realm.recordEvents();
        realm.addJumpCloud(Federations.settings(jumpCloud));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "locked.out, jumpcloud_locked, the account is locked (accountLocked)",
        "expired.pw, jumpcloud_password_expired, the password has expired (passwordExpired)"
    })
    @DisplayName("the log and an event say why; the answer is that to a wrong password, and is counted like one")
    void refused(String uid, String error, String reason, JumpCloudStandIn jumpCloud) {
        long mark = server.log().mark();
        SignInResult right = realm.signIn().with(uid, jumpCloud.passwordOf(uid));
        SignInResult wrong = realm.signIn().with("jane.doe", "wrong");

        assertThat(right).isEqualTo(wrong);
        assertThat(server.log().since(mark))
                .contains("JumpCloud refused the sign-in of uid=" + uid)
                .contains(reason)
                .doesNotContain(jumpCloud.passwordOf(uid));
        List<JsonNode> events = events(uid);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("error").asText()).isEqualTo(error);
        assertThat(events.get(0).at("/details/reason").asText()).startsWith(reason);
        assertThat(events("jane.doe")).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> realm.users().bruteForce(uid).path("numFailures").asInt() == 1);
    }

    @Test
    @DisplayName("whoever must change the password comes in; the log says so")
    void changeNeeded(JumpCloudStandIn jumpCloud) {
        jumpCloud.behaviour().changeAfterReset(true);
        long mark = server.log().mark();

        assertThat(realm.signIn()
                        .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                        .isSuccess())
                .isTrue();

        assertThat(server.log().since(mark)).contains("let uid=jane.doe").contains("CHANGE_NEEDED");
    }

    private List<JsonNode> events(String username) {
        String id = realm.users().id(username);
        return StreamSupport.stream(realm.events().spliterator(), false)
                .filter(event -> event.path("type").asText().equals(TOLD))
                .filter(event -> event.path("userId").asText().equals(id))
                .toList();
    }
}
