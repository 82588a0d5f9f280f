package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.keycloak.TestedKeycloak;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(KeycloakExtension.class)
@DisplayName("Sign-in is refused")
class RefusedSignInIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    @Test
    @DisplayName("to names that are filters: they are only names, one search each, and find nobody")
    void filtersAsNames(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        for (String name :
                List.of("*", "jane*", "(uid=*)", "admin)(uid=*", "jane.doe)(|(uid=*", "\\2a", "*@example.com")) {
            OperationCounts before = jumpCloud.counts();
            for (String password : List.of("*", jumpCloud.passwordOf("jane.doe"))) {
                assertRefused(name, realm.signIn().with(name, password));
            }
            OperationCounts cost = jumpCloud.counts().minus(before);
            assertThat(cost.entries()).as("%.40s", name).isZero();
        }
        assertThat(realm.users().names()).isEmpty();
        assertThat(jumpCloud.operations())
                .allSatisfy(operation -> assertThat(operation.filter()).doesNotContain("(uid=*)", "(mail=*"));
    }

    @Test
    @DisplayName("to names that nobody can have, without asking JumpCloud")
    void impossibleNames(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        OperationCounts before = jumpCloud.counts();
        for (String name : List.of(
                "x".repeat(10_000),
                "jane.doe\u0000",
                "\u0000",
                "jane\ndoe",
                "\u007f",
                "x".repeat(10_000) + "@example.com")) {
            SignInResult result = realm.signIn().with(name, jumpCloud.passwordOf("jane.doe"));
            assertThat(result.status()).as("%.40s", name).isBetween(400, 401);
            // Keycloak 26.6 refuses parameters as long by itself.
            assertThat(result.error())
                    .as("%.40s", name)
                    .isIn(
                            TestedKeycloak.isAtLeast("26.7")
                                    ? List.of("invalid_grant")
                                    : List.of("invalid_grant", "invalid_request"));
            assertThat(result.accessToken()).isEmpty();
        }
        assertThat(jumpCloud.counts().minus(before).roundTrips()).isZero();
        assertThat(realm.users().names()).isEmpty();
    }

    @Test
    @DisplayName("to unknown names with umlauts, spaces and other scripts, with one search each")
    void unknownNames(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        for (String name : List.of("jürgen müller", "no body", "花子", "ǅungla", "a,b=c+d", "uid=jane.doe", "null")) {
            OperationCounts before = jumpCloud.counts();
            assertRefused(name, realm.signIn().with(name, "whatever"));
            OperationCounts cost = jumpCloud.counts().minus(before);
            assertThat(cost.searches()).as("%.40s", name).isEqualTo(1);
            assertThat(cost.entries()).as("%.40s", name).isZero();
        }
        assertThat(realm.users().names()).isEmpty();
    }

    @Test
    @DisplayName("to a password with a NUL byte or 10,000 characters, which is passed on as it is and counts as wrong")
    void oddPasswords(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        for (String password :
                List.of(jumpCloud.passwordOf("jane.doe") + "\u0000", "\u0000", "*", "x".repeat(10_000))) {
            assertRefused(password, realm.signIn().with("jane.doe", password));
        }
    }

    @ParameterizedTest(name = "to {0}, with the reason in the server log")
    @ValueSource(strings = {"suspended.user", "locked.out", "expired.pw"})
    void accountsInABadState(String uid, KeycloakServer server, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(server.admin(), jumpCloud).realm();
        long mark = server.log().mark();

        SignInResult result = realm.signIn().with(uid, jumpCloud.passwordOf(uid));

        assertRefused(uid, result);
        assertThat(result.errorDescription()).isEqualTo("Invalid user credentials");
        assertThat(server.log().since(mark))
                .contains("JumpCloud refused the sign-in of uid=" + uid)
                .contains("suspended, locked, expired, not activated");
    }

    @Test
    @DisplayName("to a user who has not set a password yet")
    void pendingUser(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(server.admin(), jumpCloud).realm();
        long mark = server.log().mark();
        assertRefused("pending.user", realm.signIn().with("pending.user", "guessed"));
        assertThat(server.log().since(mark)).contains("JumpCloud refused the sign-in of uid=pending.user");
    }

    @Test
    @DisplayName("to the LDAP reader, who is not imported either; the log says why")
    void reader(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(server.admin(), jumpCloud);
        RealmApi realm = federation.realm();
        long mark = server.log().mark();

        for (String name : List.of("ldapreader", "LDAPReader", "ldap-reader@example.com")) {
            assertRefused(name, realm.signIn().with(name, jumpCloud.readerPassword()));
        }
        federation.fullSync().ok();

        assertThat(realm.users().names()).doesNotContain("ldapreader");
        assertThat(server.log().since(mark))
                .contains(
                        "a JumpCloud user may not sign in: This is the account with which Keycloak searches JumpCloud");
    }

    @Test
    @DisplayName("to a reader who was imported before, once it counts as a service account; as a person it may sign in")
    void readerAsPerson(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud, Map.of("importBindUser", "true"));
        RealmApi realm = federation.realm();
        assertThat(realm.signIn().with("ldapreader", jumpCloud.readerPassword()).isSuccess())
                .isTrue();

        federation.update(Map.of("importBindUser", List.of("false"))).ok();

        assertRefused("ldapreader", realm.signIn().with("ldapreader", jumpCloud.readerPassword()));
    }

    @Test
    @DisplayName("to users outside the required groups, who are not imported; the log says why")
    void outsideUserGroups(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(server.admin(), jumpCloud, Map.of("userGroups", "wayk-users"))
                .realm();
        long mark = server.log().mark();

        for (String name : List.of("tom.baker", "tom.baker@example.com", "nora.lone")) {
            String uid = name.startsWith("nora") ? "nora.lone" : "tom.baker";
            assertRefused(name, realm.signIn().with(name, jumpCloud.passwordOf(uid)));
        }
        assertThat(realm.signIn()
                        .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                        .isSuccess())
                .isTrue();
        assertThat(realm.users().names()).containsExactly("jane.doe");
        assertThat(server.log().since(mark)).contains("in none of the groups that userGroups names");
    }

    @Test
    @DisplayName("to users of another organization of the same service")
    void otherOrganization(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        assertRefused(
                "olga.stern",
                realm.signIn().with("olga.stern", jumpCloud.otherDirectory().passwordOf("olga.stern")));
        assertRefused(
                "jane.doe",
                realm.signIn().with("jane.doe", jumpCloud.otherDirectory().passwordOf("jane.doe")));
    }

    @Test
    @DisplayName(
            "where several entries share the address, because it is not clear who is meant; the user names still work")
    void sharedAddress(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(server.admin(), jumpCloud).realm();
        long mark = server.log().mark();
        assertRefused("shared.box", realm.signIn().with("shared.box@example.com", jumpCloud.passwordOf("same.mail1")));
        assertThat(server.log().since(mark)).contains("Several entries in JumpCloud have the same mail");
        assertThat(realm.signIn()
                        .with("same.mail1", jumpCloud.passwordOf("same.mail1"))
                        .isSuccess())
                .isTrue();
    }

    private static void assertRefused(String name, SignInResult result) {
        assertThat(result.status()).as("%.40s", name).isBetween(400, 401);
        assertThat(result.error()).as("%.40s", name).isEqualTo("invalid_grant");
        assertThat(result.accessToken()).isEmpty();
    }
}
