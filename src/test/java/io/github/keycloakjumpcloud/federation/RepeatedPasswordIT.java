package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Brute force: Keycloak counts what somebody types, JumpCloud is asked once. */
@ExtendWith(KeycloakExtension.class)
class RepeatedPasswordIT {

    private static final String INVALID = "Invalid user credentials";
    private static final Map<String, ?> COUNTING =
            Map.of("bruteForceProtected", true, "failureFactor", 4, "quickLoginCheckMilliSeconds", 0);

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD =
            JumpCloudStandInExtension.with(Federations::reachable).perTest();

    @Test
    @DisplayName("the same wrong password again and again counts each time at Keycloak, and is one bind at JumpCloud")
    void repeated(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        String right = jumpCloud.passwordOf("jane.doe");
        assertThat(realm.signIn().with("jane.doe", right).isSuccess()).isTrue();
        // Not sooner: detection of brute force refuses her next sign-in while the last is still being put away.
        realm.update(COUNTING);
        OperationCounts before = jumpCloud.counts();

        for (int count = 1; count <= 3; count++) {
            assertThat(realm.signIn().with("jane.doe", "wrong").errorDescription())
                    .isEqualTo(INVALID);
            awaitFailures(realm, count);
        }

        assertThat(jumpCloud.counts().minus(before).binds()).isOne();
        assertThat(realm.signIn().with("jane.doe", right).isSuccess()).isTrue();
        awaitFailures(realm, 0);
    }

    @Test
    @DisplayName("once Keycloak has locked the account, JumpCloud hears of no further attempt")
    void lockedAtKeycloak(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        realm.update(COUNTING);
        for (int count = 1; count <= 4; count++) {
            realm.signIn().with("jane.doe", "wrong " + count);
            awaitFailures(realm, count);
        }
        assertThat(realm.users().bruteForce("jane.doe").path("disabled").asBoolean())
                .isTrue();
        OperationCounts before = jumpCloud.counts();

        for (int i = 0; i < 3; i++) {
            assertThat(realm.signIn().with("jane.doe", "guess " + i).isSuccess())
                    .isFalse();
        }

        assertThat(jumpCloud.counts().minus(before).binds()).isZero();
    }

    private static void awaitFailures(RealmApi realm, int count) {
        Awaitility.await(count + " failures")
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        realm.users().bruteForce("jane.doe").path("numFailures").asInt() == count);
    }
}
