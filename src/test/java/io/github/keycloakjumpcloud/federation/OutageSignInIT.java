package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sign-ins while JumpCloud cannot be asked, and afterwards. */
@ExtendWith(KeycloakExtension.class)
class OutageSignInIT {

    private static final String INVALID = "Invalid user credentials";

    /** One failed sign-in locks the account for good, so that a counted one cannot be overlooked. */
    private static final String STRICT_REALM =
            "{\"bruteForceProtected\":true,\"permanentLockout\":true,\"failureFactor\":1}";

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RealmApi realm;

    @BeforeEach
    void importSmallCompany(AdminApi admin) {
        jumpCloud = Federations.standIn().empty().start();
        jumpCloud
                .directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addGroup("Team", "anna", "bert");
        realm = admin.createRealm(STRICT_REALM);
        realm.users().createLocal("local", "local@example.org", "local-secret");
        federation = realm.addJumpCloud(Federations.settings(jumpCloud, Map.of("authenticationTimeout", "1000")));
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(2, 0, 0, 0));
        // A connection that is open when the outage comes is part of the picture. Bert's, as with detection of brute
        // force Keycloak refuses anna's next sign-in while the last is still being put away.
        assertThat(realm.signIn().with("bert", jumpCloud.passwordOf("bert")).isSuccess())
                .isTrue();
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "UserStorageGracefulDegradationLdapTest: local users sign in; a JumpCloud user gets an error that is no wrong password and is not counted")
    void signIn(Outage outage) {
        realm.clearUserCache();
        outage.strike(jumpCloud);
        long start = System.nanoTime();
        assertThat(realm.signIn().with("local", "local-secret").isSuccess()).isTrue();
        assertThat(since(start)).isLessThan(Duration.ofSeconds(2));

        SignInResult right = realm.signIn().with("anna", jumpCloud.passwordOf("anna"));
        SignInResult wrong = realm.signIn().with("bert", "wrong");

        for (SignInResult refused : new SignInResult[] {right, wrong}) {
            assertThat(refused.isSuccess()).isFalse();
            assertThat(refused.error()).isNotEmpty();
            assertThat(refused.errorDescription()).isNotEqualTo(INVALID);
        }
        for (String name : new String[] {"anna", "bert"}) {
            assertThat(realm.users().bruteForce(name).path("numFailures").asInt())
                    .isZero();
            assertThat(realm.users().bruteForce(name).path("disabled").asBoolean())
                    .isFalse();
            assertThat(realm.users().get(name).path("enabled").asBoolean()).isTrue();
        }

        Outage.end(jumpCloud);
        awaitSignIn("anna");
        // The control: once JumpCloud answers, a wrong password does count and does lock out.
        assertThat(realm.signIn().with("bert", "wrong").errorDescription()).isEqualTo(INVALID);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !realm.users().get("bert").path("enabled").asBoolean());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "people whom Keycloak does not know yet are told what is the matter, and nobody can tell by the answer who is known")
    void unknownPeople(Outage outage) {
        jumpCloud.directory().addUser(StandInUser.of("cleo", "Cleo", "Cole"));
        outage.strike(jumpCloud);

        SignInResult known = realm.signIn().with("anna", jumpCloud.passwordOf("anna"));
        SignInResult newcomer = realm.signIn().with("cleo", jumpCloud.passwordOf("cleo"));
        SignInResult newcomerByMail = realm.signIn().with("cleo@example.com", jumpCloud.passwordOf("cleo"));
        SignInResult nobody = realm.signIn().with("nobody", "secret");

        assertThat(known.error()).as(known.toString()).isEqualTo("temporarily_unavailable");
        assertThat(newcomer).isEqualTo(known);
        assertThat(newcomerByMail).isEqualTo(known);
        assertThat(nobody).isEqualTo(known);

        Outage.end(jumpCloud);
        awaitSignIn("cleo");
        assertThat(realm.signIn().with("nobody", "secret").errorDescription()).isEqualTo(INVALID);
    }

    @Test
    @DisplayName("a provider behind this one is asked all the same, and its users sign in")
    void anotherProvider() {
        try (JumpCloudStandIn other = Federations.standIn().empty().start()) {
            other.directory().addUser(StandInUser.of("olga", "Olga", "Ott"));
            realm.addComponent("other", "jumpcloud", Federations.settings(other, Map.of("priority", "1")))
                    .ok();
            Outage.CONNECTION_REFUSED.strike(jumpCloud);

            assertThat(realm.signIn().with("olga", other.passwordOf("olga")).isSuccess())
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("when JumpCloud is back, sign-ins, first sign-ins and syncs work again without a restart")
    void recovery(Outage outage) {
        outage.strike(jumpCloud);
        realm.signIn().with("anna", jumpCloud.passwordOf("anna"));
        SyncResult.full(federation);
        jumpCloud.directory().addUser(StandInUser.of("cleo", "Cleo", "Cole").inGroups("Team"));
        jumpCloud.directory().setAttribute("bert", "sn", "Adler");

        Outage.end(jumpCloud);

        awaitSignIn("anna");
        awaitSignIn("cleo");
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));
        assertThat(realm.users().get("bert").path("lastName").asText()).isEqualTo("Adler");
        assertThat(realm.members("/Team")).containsExactlyInAnyOrder("anna", "bert", "cleo");
    }

    private void awaitSignIn(String username) {
        String password = jumpCloud.passwordOf(username);
        Awaitility.await("sign-in of " + username)
                .atMost(Duration.ofSeconds(15))
                .until(() -> realm.signIn().with(username, password).isSuccess());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
