package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.EmptyPasswordBind;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("Sign-in")
class SignInIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD =
            JumpCloudStandInExtension.with(Federations::reachable).perTest();

    @Test
    @DisplayName(
            "LDAPUserLoginTest: a known user costs one bind, no search and no new connection, by user name and by e-mail address")
    void knownUser(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        assertThat(signIn(realm, jumpCloud, "jane.doe").isSuccess()).isTrue();
        awaitSpare(jumpCloud);

        for (String name : List.of("jane.doe", "Jane.DOE", "jane.doe@example.com")) {
            OperationCounts before = jumpCloud.counts();
            SignInResult result = realm.signIn().with(name, jumpCloud.passwordOf("jane.doe"));
            OperationCounts cost = jumpCloud.counts().minus(before);

            assertThat(result.isSuccess()).as(name).isTrue();
            assertThat(result.claims().path("preferred_username").asText()).isEqualTo("jane.doe");
            assertThat(cost.bindsOk()).isEqualTo(1);
            assertThat(cost.roundTrips()).isEqualTo(1);
            assertThat(cost.connections()).isZero();
        }
        assertThat(realm.users().count()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "LDAPUserLoginTest: a user's first sign-in costs one search and one bind and brings profile and groups; roles follow from the group")
    void firstSignIn(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        assertThat(signIn(realm, jumpCloud, "jane.doe").isSuccess()).isTrue();
        assertThat(realm.topLevelGroups()).contains("Engineering", "Something (Special)", "C++ Guild", "wayk-users");
        grant(realm, "/Engineering", "developer");
        awaitSpare(jumpCloud);

        OperationCounts before = jumpCloud.counts();
        SignInResult lisa = signIn(realm, jumpCloud, "lisa.wong");
        OperationCounts cost = jumpCloud.counts().minus(before);

        assertThat(lisa.isSuccess()).isTrue();
        assertThat(cost.searches()).isEqualTo(1);
        assertThat(cost.binds()).isEqualTo(1);
        assertThat(cost.connections()).isZero();
        assertThat(lisa.claims().path("realm_access").path("roles").toString()).contains("\"developer\"");
        assertThat(lisa.claims().path("email").asText()).isEqualTo("lisa.wong@example.com");
        assertThat(realm.users().groups("lisa.wong")).containsExactly("/Engineering");
        JsonNode user = realm.users().get("lisa.wong");
        assertThat(user.path("firstName").asText()).isEqualTo("Lisa");
        assertThat(user.path("lastName").asText()).isEqualTo("Wong");
        assertThat(user.path("attributes").path("jobTitle").path(0).asText()).isEqualTo("Engineer");
    }

    @Test
    @DisplayName("a first sign-in may use the e-mail address, in any letter case")
    void firstSignInByEmail(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();

        SignInResult result = realm.signIn().with("Jane.Doe@EXAMPLE.com", jumpCloud.passwordOf("jane.doe"));

        assertThat(result.isSuccess()).isTrue();
        assertThat(realm.users().names()).containsExactly("jane.doe");
        assertThat(jumpCloud.counts().writes()).isZero();
    }

    @Test
    @DisplayName("LDAPUserLoginTest: a wrong password is one bind, never repeated, and one brute-force failure")
    void wrongPassword(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        assertThat(signIn(realm, jumpCloud, "jane.doe").isSuccess()).isTrue();
        // Not sooner: detection of brute force refuses her next sign-in while the last is still being put away.
        realm.update(Map.of("bruteForceProtected", true, "failureFactor", 10));
        OperationCounts before = jumpCloud.counts();

        SignInResult result = realm.signIn().with("jane.doe", "wrong");

        assertThat(result.status()).isBetween(400, 401);
        assertThat(result.error()).isEqualTo("invalid_grant");
        assertThat(result.errorDescription()).isEqualTo("Invalid user credentials");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        realm.users().bruteForce("jane.doe").path("numFailures").asInt() > 0);
        assertThat(realm.users().bruteForce("jane.doe").path("numFailures").asInt())
                .isEqualTo(1);
        OperationCounts cost = jumpCloud.counts().minus(before);
        assertThat(cost.bindsRefused()).isEqualTo(1);
        assertThat(cost.roundTrips()).isEqualTo(1);
    }

    @Test
    @DisplayName("LDAPUserLoginTest: an empty password is refused without asking, even where JumpCloud would let it in")
    void emptyPassword(AdminApi admin, JumpCloudStandIn jumpCloud) {
        jumpCloud.behaviour().emptyPasswordBind(EmptyPasswordBind.ACCEPTED);
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        assertThat(signIn(realm, jumpCloud, "jane.doe").isSuccess()).isTrue();
        OperationCounts before = jumpCloud.counts();

        for (String name : List.of("jane.doe", "jane.doe@example.com")) {
            assertRefused(realm.signIn().with(name, ""));
        }

        assertThat(jumpCloud.counts().minus(before).roundTrips()).isZero();
    }

    @Test
    @DisplayName("a password changed at JumpCloud counts at once, and the old one no longer")
    void changedPassword(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        String old = jumpCloud.passwordOf("jane.doe");
        assertThat(realm.signIn().with("jane.doe", old).isSuccess()).isTrue();

        jumpCloud.directory().setPassword("jane.doe", " pässwörd, with 'quotes' \\ and spaces ");

        assertRefused(realm.signIn().with("jane.doe", old));
        assertThat(signIn(realm, jumpCloud, "jane.doe").isSuccess()).isTrue();
    }

    @Test
    @DisplayName("the same person's first sign-ins at the same moment all succeed and leave one user")
    void simultaneousFirstSignIns(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        // Long enough for every look-up to begin before the first one ends.
        jumpCloud.behaviour().latency(Duration.ofMillis(300));
        String password = jumpCloud.passwordOf("jane.doe");

        List<CompletableFuture<SignInResult>> attempts = Stream.of(
                        "jane.doe", "jane.doe@example.com", "JANE.DOE", "jane.doe")
                .map(name -> CompletableFuture.supplyAsync(() -> realm.signIn().with(name, password)))
                .toList();

        assertThat(attempts.stream().map(CompletableFuture::join).map(SignInResult::status))
                .containsOnly(200);
        assertThat(realm.users().names()).containsExactly("jane.doe");
        assertThat(realm.users().groups("jane.doe")).contains("/Engineering", "/wayk-users");
        assertThat(realm.topLevelGroups()).contains("Engineering");
    }

    @Test
    @DisplayName("with import switched off, imported users sign in, others do not, and nobody is looked up")
    void importSwitchedOff(AdminApi admin, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(admin, jumpCloud);
        RealmApi realm = federation.realm();
        assertThat(signIn(realm, jumpCloud, "jane.doe").isSuccess()).isTrue();
        federation.update(Map.of("importEnabled", List.of("false"))).ok();
        OperationCounts before = jumpCloud.counts();

        assertRefused(signIn(realm, jumpCloud, "tom.baker"));
        assertRefused(realm.signIn().with("tom.baker@example.com", jumpCloud.passwordOf("tom.baker")));
        assertThat(jumpCloud.counts().minus(before).searches()).isZero();
        assertThat(signIn(realm, jumpCloud, "jane.doe").isSuccess()).isTrue();
        assertThat(federation.fullSync().ok().path("added").asInt()).isZero();
        assertThat(realm.users().names()).containsExactly("jane.doe");
    }

    @Test
    @DisplayName(
            "LDAPSpecialCharsTest: names with characters that DNs, filters or URLs treat specially sign in, with their groups")
    void specialCharacters(AdminApi admin, JumpCloudStandIn jumpCloud) {
        List<String> names = List.of(
                "comma, user",
                "plus+user",
                "back\\slash",
                "#hash",
                "semi;colon",
                "equals=sign",
                "josé.ñandú",
                "a*b",
                "q\"uote",
                "less<greater>",
                "smith(ext)");
        for (String name : names) {
            if (!name.equals("smith(ext)")) {
                jumpCloud
                        .directory()
                        .addUser(StandInUser.of(name, "Odd", "Name").with("mail", mail(names, name)));
            }
        }
        String[] all = names.toArray(String[]::new);
        for (String group :
                List.of("Finance, Vienna", "C++ Guild", "#ops", "Something (Special)", "Vertrieb & Märkte")) {
            for (String name : all) {
                jumpCloud.directory().addMember(group, name);
            }
        }
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();

        for (String name : names) {
            assertThat(signIn(realm, jumpCloud, name).status()).as(name).isEqualTo(200);
            assertThat(realm.users().groups(name))
                    .contains("/Finance, Vienna", "/C++ Guild", "/#ops", "/Something (Special)", "/Vertrieb & Märkte");
        }
        assertThat(realm.users().names()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(signIn(realm, jumpCloud, "juergen.mueller").isSuccess()).isTrue();
        JsonNode juergen = realm.users().get("juergen.mueller");
        assertThat(juergen.path("firstName").asText()).isEqualTo("Jürgen");
    }

    @Test
    @DisplayName(
            "LDAPSamlIdPInitiatedVaryingLetterCaseTest: a user name with capitals at JumpCloud is one user, however it is typed")
    void letterCase(AdminApi admin, JumpCloudStandIn jumpCloud) {
        jumpCloud.directory().addUser(StandInUser.of("Mixed.Case", "Mixed", "Case"));
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        String password = jumpCloud.passwordOf("Mixed.Case");

        for (String typed : List.of("MIXED.CASE", "mixed.case", "Mixed.Case", "MIXED.case@example.com")) {
            assertThat(realm.signIn().with(typed, password).isSuccess())
                    .as(typed)
                    .isTrue();
        }
        assertThat(realm.users().names()).containsExactly("mixed.case");
    }

    /** One connection for searches, one for sign-ins, and one more that is opened ahead. */
    private static void awaitSpare(JumpCloudStandIn jumpCloud) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> jumpCloud.openConnections() == 3);
    }

    private static String mail(List<String> names, String name) {
        return "odd" + names.indexOf(name) + "@example.com";
    }

    private static SignInResult signIn(RealmApi realm, JumpCloudStandIn jumpCloud, String uid) {
        return realm.signIn().with(uid, jumpCloud.passwordOf(uid));
    }

    private static void assertRefused(SignInResult result) {
        // 401 up to Keycloak 26.5, 400 since.
        assertThat(result.status()).isBetween(400, 401);
        assertThat(result.error()).isEqualTo("invalid_grant");
        assertThat(result.accessToken()).isEmpty();
    }

    private static void grant(RealmApi realm, String group, String role) {
        realm.post("/roles", Map.of("name", role)).ok();
        JsonNode created = realm.get("/roles/" + role).ok();
        String id = realm.group(group).path("id").asText();
        realm.post("/groups/" + id + "/role-mappings/realm", List.of(created)).ok();
    }
}
