package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("The state of an imported user's account")
class AccountStateIT {

    private static final String OTP_SECRET = "0123456789abcdefghij";

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    @Test
    @DisplayName(
            "LDAPReadOnlyTest: TOTP can be configured for a read-only user and is then demanded beside JumpCloud's password")
    void totp(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = withJane(admin, jumpCloud);
        String password = jumpCloud.passwordOf("jane.doe");
        realm.users()
                .update(
                        "jane.doe",
                        Map.of(
                                "credentials",
                                List.of(
                                        Map.of(
                                                "type", "otp",
                                                "userLabel", "phone",
                                                "secretData", "{\"value\":\"" + OTP_SECRET + "\"}",
                                                "credentialData",
                                                        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}"))))
                .ok();

        assertRefused(realm.signIn().with("jane.doe", password));
        assertRefused(realm.signIn().with("jane.doe", password, Map.of("totp", "000000")));
        assertRefused(realm.signIn().with("jane.doe", "wrong", Map.of("totp", Totp.now(OTP_SECRET))));
        assertThat(realm.signIn()
                        .with("jane.doe", password, Map.of("totp", Totp.now(OTP_SECRET)))
                        .isSuccess())
                .isTrue();
    }

    @Test
    @DisplayName(
            "LDAPUserMultipleCredentialTest: the console lists the password of JumpCloud and the one-time codes of Keycloak; the latter can be removed")
    void severalCredentials(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = withJane(admin, jumpCloud);
        String id = realm.users().id("jane.doe");
        for (String label : List.of("phone", "tablet")) {
            realm.users()
                    .update(
                            "jane.doe",
                            Map.of(
                                    "credentials",
                                    List.of(
                                            Map.of(
                                                    "type",
                                                    "otp",
                                                    "userLabel",
                                                    label,
                                                    "secretData",
                                                    "{\"value\":\"" + OTP_SECRET + "\"}",
                                                    "credentialData",
                                                    "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}"))))
                    .ok();
        }

        JsonNode credentials = realm.get("/users/" + id + "/credentials").ok();
        assertThat(credentials.findValuesAsText("type")).containsExactlyInAnyOrder("password", "otp", "otp");

        for (JsonNode credential : credentials) {
            if ("otp".equals(credential.path("type").asText())) {
                realm.delete("/users/" + id + "/credentials/"
                                + credential.path("id").asText())
                        .ok();
            }
        }
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();
    }

    @Test
    @DisplayName(
            "LDAPReadOnlyTest: permanent brute-force lockout disables a read-only user without asking JumpCloud further; an administrator enables him again")
    void permanentLockout(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = withJane(admin, jumpCloud);
        realm.update(Map.of(
                "bruteForceProtected", true,
                "permanentLockout", true,
                "maxTemporaryLockouts", 0,
                "quickLoginCheckMilliSeconds", 0,
                "failureFactor", 2));

        // Keycloak counts failures in the background and may miss one of two that come at once.
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            assertRefused(realm.signIn().with("jane.doe", "wrong"));
            return !realm.users().get("jane.doe").path("enabled").asBoolean();
        });

        OperationCounts before = jumpCloud.counts();
        assertRefused(signIn(realm, jumpCloud));
        assertThat(jumpCloud.counts().minus(before).roundTrips()).isZero();

        assertThat(realm.users().update("jane.doe", Map.of("enabled", true)).status())
                .isEqualTo(204);
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();
    }

    @Test
    @DisplayName(
            "temporary brute-force lockout refuses the right password without asking JumpCloud, until it is lifted")
    void temporaryLockout(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = withJane(admin, jumpCloud);
        realm.update(Map.of(
                "bruteForceProtected", true,
                "permanentLockout", false,
                "waitIncrementSeconds", 600,
                "quickLoginCheckMilliSeconds", 0,
                "failureFactor", 2));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            assertRefused(realm.signIn().with("jane.doe", "wrong"));
            return realm.users().bruteForce("jane.doe").path("disabled").asBoolean();
        });

        OperationCounts before = jumpCloud.counts();
        assertRefused(signIn(realm, jumpCloud));
        assertThat(jumpCloud.counts().minus(before).roundTrips()).isZero();
        assertThat(realm.users().get("jane.doe").path("enabled").asBoolean()).isTrue();

        realm.delete("/attack-detection/brute-force/users").ok();
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();
    }

    @Test
    @DisplayName("an administrator disables and enables an imported user; syncs leave that alone")
    void disabledByAdministrator(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        RealmApi realm = federation.realm();
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();

        realm.users().update("jane.doe", Map.of("enabled", false)).ok();
        federation.fullSync().ok();
        SignInResult refused = signIn(realm, jumpCloud);
        assertThat(refused.isSuccess()).isFalse();
        assertThat(refused.errorDescription()).isEqualTo("Account disabled");

        realm.users().update("jane.doe", Map.of("enabled", true)).ok();
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();
    }

    @Test
    @DisplayName(
            "LDAPProvidersIntegrationTest: with the provider switched off its users are shown disabled and cannot sign in; switched on they are back")
    void providerSwitchedOff(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        RealmApi realm = federation.realm();
        realm.users().createLocal("local", "local@example.com", "local password");
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();
        JsonNode before = realm.users().get("jane.doe");

        federation.update(Map.of("enabled", List.of("false"))).ok();
        OperationCounts counts = jumpCloud.counts();
        assertThat(realm.users().get("jane.doe").path("enabled").asBoolean()).isFalse();
        assertThat(realm.users().byUsername("jane.doe").path("enabled").asBoolean())
                .isFalse();
        assertThat(signIn(realm, jumpCloud).isSuccess()).isFalse();
        assertThat(realm.signIn()
                        .with("tom.baker", jumpCloud.passwordOf("tom.baker"))
                        .isSuccess())
                .isFalse();
        assertThat(realm.signIn().with("local", "local password").isSuccess()).isTrue();
        assertThat(jumpCloud.counts().minus(counts).roundTrips()).isZero();

        federation.update(Map.of("enabled", List.of("true"))).ok();
        assertThat(realm.users().get("jane.doe")).isEqualTo(before);
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();
    }

    @Test
    @DisplayName("with the provider removed its users are gone, and local users go on as before")
    void providerRemoved(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        RealmApi realm = federation.realm();
        realm.users().createLocal("local", "local@example.com", "local password");
        federation.fullSync().ok();
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();

        assertThat(federation.delete().status()).isEqualTo(204);

        assertThat(realm.users().names()).containsExactly("local");
        assertThat(realm.users().count()).isEqualTo(1);
        assertRefused(signIn(realm, jumpCloud));
        assertThat(realm.signIn().with("local", "local password").isSuccess()).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> jumpCloud.openConnections() == 0);

        FederationApi again = realm.addJumpCloud(Federations.settings(jumpCloud));
        assertThat(again.fullSync().ok().path("added").asInt()).isGreaterThan(30);
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();
    }

    @Test
    @DisplayName("LDAPProvidersIntegrationTest: unlinked users become local ones; removed imported users can come back")
    void unlinkAndRemove(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        RealmApi realm = federation.realm();
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();

        federation.removeImportedUsers().ok();
        assertThat(realm.users().names()).isEmpty();
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();

        federation.unlinkUsers().ok();
        assertThat(realm.users().get("jane.doe").has("federationLink")).isFalse();
        assertRefused(signIn(realm, jumpCloud));
        realm.users().resetPassword("jane.doe", "local now").ok();
        assertThat(realm.signIn().with("jane.doe", "local now").isSuccess()).isTrue();
    }

    private static RealmApi withJane(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();
        return realm;
    }

    private static SignInResult signIn(RealmApi realm, JumpCloudStandIn jumpCloud) {
        return realm.signIn().with("jane.doe", jumpCloud.passwordOf("jane.doe"));
    }

    private static void assertRefused(SignInResult result) {
        assertThat(result.isSuccess()).isFalse();
        assertThat(result.status()).isBetween(400, 401);
        assertThat(result.accessToken()).isEmpty();
    }
}
