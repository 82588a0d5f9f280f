package io.github.keycloakjumpcloud.federation;

import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.approvePushes;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.binds;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.failures;
import static io.github.keycloakjumpcloud.keycloak.SecondFactorForm.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.PlainBrowser;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.PushAnswer;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
@DisplayName("JumpCloud's second factor, where there is no field for the code")
class PasswordWithCodeIT {

    /** Later than any refusal that does not wait for somebody. */
    private static final Duration LATE = Duration.ofSeconds(6);

    private final JumpCloudStandIn jumpCloud =
            SecondFactorRealm.standIn().empty().start();
    private RealmApi realm;
    private String password;

    @BeforeEach
    void createRealm(AdminApi admin) {
        // Detection of brute force refuses somebody's next sign-in while the last is still being put away.
        jumpCloud.directory().addUser(StandInUser.of("anna", "Anna", "Auer"));
        jumpCloud.directory().addUser(StandInUser.of("bert", "Bert", "Bauer"));
        jumpCloud.directory().addUser(StandInUser.of("clara", "Clara", "Czerny"));
        password = jumpCloud.passwordOf("anna");
        realm = SecondFactorRealm.create(admin, jumpCloud);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "Keycloak's own form takes both in one, waits for a push, and takes none that nobody approves for a wrong password")
    void stockForm() {
        realm.update(Map.of("browserFlow", "browser"));
        assertThat(PlainBrowser.open(realm).page()).doesNotContain("jumpcloudCode");
        assertThat(submit(PlainBrowser.open(realm), "anna", password + ",123456", "")
                        .isSignedIn())
                .isTrue();

        jumpCloud.behaviour().push(PushAnswer.DENIED, LATE);
        String passwordOfBert = jumpCloud.passwordOf("bert");
        assertThat(submit(PlainBrowser.open(realm), "bert", passwordOfBert, "").page())
                .contains("The push was not approved in time.");
        assertThat(failures(realm, "bert")).isZero();

        approvePushes(jumpCloud);
        assertThat(submit(PlainBrowser.open(realm), "bert", passwordOfBert, "").isSignedIn())
                .isTrue();
    }

    @Test
    @DisplayName("a direct grant passes password and code in one, or waits for the push")
    void directGrant() {
        SignInResult withCode = realm.signIn().with("anna", password + ",123456");
        assertThat(withCode.isSuccess()).isTrue();
        assertThat(binds(jumpCloud)).isOne();

        SignInResult wrongCode = realm.signIn().with("bert", jumpCloud.passwordOf("bert") + ",654321");
        assertThat(wrongCode.errorDescription()).isEqualTo("Invalid user credentials");
        Awaitility.await("failures").atMost(Duration.ofSeconds(20)).until(() -> failures(realm, "bert") == 1);

        approvePushes(jumpCloud);
        SignInResult withPush = realm.signIn().with("clara", jumpCloud.passwordOf("clara"));
        assertThat(withPush.isSuccess()).isTrue();
    }

    @Test
    @DisplayName("a direct grant whose push nobody approves is refused, but not for a wrong password")
    void unansweredDirectGrant() {
        jumpCloud.behaviour().push(PushAnswer.DENIED, LATE);

        SignInResult refused = realm.signIn().with("anna", password);

        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(refused.errorDescription()).contains("push was not approved");
        assertThat(failures(realm, "anna")).isZero();
    }
}
