package io.github.keycloakjumpcloud.federation;

import static io.github.keycloakjumpcloud.federation.ExplainApi.assertObstacle;
import static io.github.keycloakjumpcloud.federation.ExplainApi.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Why somebody can or cannot sign in; each answer beside a sign-in that shows that it is true. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("Explaining a user")
class ExplainIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RealmApi realm;

    @BeforeEach
    void federate(AdminApi admin) {
        jumpCloud = FourPeople.start();
        federation = Federations.federate(admin, jumpCloud, Map.of("loginRefreshSeconds", "0"));
        realm = federation.realm();
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("shows somebody who has never signed in, step by step, and imports nobody")
    void newcomer() {
        JsonNode anna = explain("Anna");

        assertThat(anna.path("verdict").asText()).isEqualTo("can");
        assertThat(anna.path("username").asText()).isEqualTo("Anna");
        assertThat(anna.has("userId")).isFalse();
        List<String> names = new ArrayList<>();
        anna.path("steps").forEach(step -> names.add(step.path("name").asText()));
        assertThat(names)
                .containsExactly(
                        "provider",
                        "keycloak",
                        "search",
                        "reader",
                        "identity",
                        "user-groups",
                        "conflict",
                        "groups",
                        "refresh",
                        "enabled",
                        "bind");
        JsonNode search = step(anna, "search");
        assertThat(search.path("result").asText()).isEqualTo("ok");
        assertThat(search.at("/details/filter/0").asText()).isEqualTo("(&(objectClass=inetOrgPerson)(uid=anna))");
        assertThat(search.at("/details/dn").asText())
                .isEqualTo(jumpCloud.directory().dnOf("anna"));
        assertThat(search.at("/details/attributes"))
                .extracting(JsonNode::asText)
                .contains("username=anna", "email=anna@example.com", "firstName=Anna", "jobTitle=Engineer");
        assertThat(search.has("millis")).isTrue();
        assertThat(step(anna, "groups").at("/details/groups/0").asText()).isEqualTo("Team");
        assertThat(step(anna, "bind").path("result").asText()).isEqualTo("skipped");
        assertThat(step(anna, "bind").path("message").asText()).contains("no password was sent");
        assertThat(realm.users().count()).isZero();
        assertThat(explain("anna@example.com").path("verdict").asText()).isEqualTo("can");
        assertThat(realm.users().count()).isZero();
    }

    @Test
    @DisplayName("shows a user whom Keycloak has, and says whether the password is right")
    void known() {
        assertThat(signsIn("anna")).isTrue();
        String id = realm.users().id("anna");

        JsonNode right = explain("anna", jumpCloud.passwordOf("anna"));
        assertThat(right.path("verdict").asText()).isEqualTo("can");
        assertThat(right.path("userId").asText()).isEqualTo(id);
        assertThat(step(right, "bind").path("result").asText()).isEqualTo("ok");
        assertThat(step(right, "keycloak").at("/details/dn").asText())
                .isEqualTo(jumpCloud.directory().dnOf("anna"));
        assertThat(explain("ANNA@example.com", jumpCloud.passwordOf("anna"))
                        .path("userId")
                        .asText())
                .isEqualTo(id);

        assertObstacle(explain("anna", "wrong"), "bind", "passwordRefused");
    }

    @Test
    @DisplayName("says who is unknown, who is outside the required groups, and who is the reader")
    void unknownOutsideReader() {
        federation.update(Map.of("userGroups", List.of("Team"))).ok();

        assertObstacle(explain("nobody"), "search", "notFound");
        JsonNode cleo = explain("cleo", jumpCloud.passwordOf("cleo"));
        assertObstacle(cleo, "user-groups", "outsideUserGroups");
        assertThat(step(cleo, "user-groups").at("/details/memberOf/0").asText()).isEqualTo("Board");
        assertThat(step(cleo, "bind").path("result").asText()).isEqualTo("skipped");
        assertObstacle(explain(jumpCloud.readerName(), jumpCloud.readerPassword()), "reader", "reader");
        JsonNode anna = explain("anna");
        assertThat(anna.path("verdict").asText()).isEqualTo("can");
        assertThat(step(anna, "user-groups").at("/details/memberOf/0").asText()).isEqualTo("Team");

        assertThat(signsIn("cleo")).isFalse();
        assertThat(signsIn("anna")).isTrue();
    }

    @Test
    @DisplayName("says whose name or address somebody else has")
    void conflicts() {
        // Keycloak looks everywhere before it creates somebody.
        federation.update(Map.of("enabled", List.of("false"))).ok();
        realm.users().createLocal("dora", "local@example.org", "local password");
        realm.users().createLocal("other", "bert@example.com", "local password");
        federation.update(Map.of("enabled", List.of("true"))).ok();

        JsonNode dora = explain("dora", jumpCloud.passwordOf("dora"));
        assertObstacle(dora, "conflict", "localUser");
        assertThat(step(dora, "bind").path("result").asText()).isEqualTo("skipped");
        JsonNode bert = explain("bert");
        assertObstacle(bert, "conflict", "emailTaken");
        assertThat(step(bert, "conflict").path("message").asText()).contains("other");

        assertThat(signsIn("dora")).isFalse();
        assertThat(signsIn("bert")).isFalse();
    }

    @Test
    @DisplayName("tells who was disabled by a sync since he left, by an administrator and by brute-force detection")
    void disabled() {
        realm.update(Map.of(
                "bruteForceProtected", true,
                "permanentLockout", false,
                "waitIncrementSeconds", 600,
                "quickLoginCheckMilliSeconds", 0,
                "failureFactor", 2));
        federation.fullSync().ok();
        jumpCloud.directory().removeUser("bert");
        federation.fullSync().ok();
        realm.users().update("cleo", Map.of("enabled", false)).ok();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            realm.signIn().with("dora", "wrong");
            return realm.users().bruteForce("dora").path("disabled").asBoolean();
        });

        JsonNode bert = explain("bert");
        assertObstacle(bert, "enabled", "disabledByUs");
        assertThat(step(bert, "search").path("code").asText()).isEqualTo("gone");
        assertObstacle(explain("cleo"), "enabled", "disabledByAdministrator");
        JsonNode dora = explain("dora", jumpCloud.passwordOf("dora"));
        assertObstacle(dora, "enabled", "temporarilyLocked");
        assertThat(step(dora, "bind").path("result").asText()).isEqualTo("ok");
        assertThat(explain("anna").path("verdict").asText()).isEqualTo("can");

        realm.delete("/attack-detection/brute-force/users").ok();
        assertThat(explain("dora").path("verdict").asText()).isEqualTo("can");
    }

    @Test
    @DisplayName("says that the provider is off, or imports nobody")
    void switchedOff() {
        assertThat(signsIn("anna")).isTrue();

        federation.update(Map.of("importEnabled", List.of("false"))).ok();
        assertObstacle(explain("bert"), "provider", "importOff");
        JsonNode anna = explain("anna");
        assertThat(anna.path("verdict").asText()).isEqualTo("can");
        assertThat(step(anna, "provider").path("code").asText()).isEqualTo("notRefreshed");
        assertThat(signsIn("bert")).isFalse();
        assertThat(signsIn("anna")).isTrue();

        federation.update(Map.of("enabled", List.of("false"))).ok();
        assertObstacle(explain("anna"), "provider", "providerDisabled");
        assertThat(signsIn("anna")).isFalse();
    }

    @Test
    @DisplayName("says that it does not know while JumpCloud is away, unless Keycloak itself says no")
    void away() {
        federation.fullSync().ok();
        realm.users().update("cleo", Map.of("enabled", false)).ok();
        jumpCloud.stopListening();

        for (JsonNode open :
                List.of(explain("nobody", "secret"), explain("anna"), explain("anna", jumpCloud.passwordOf("anna")))) {
            assertThat(open.path("verdict").asText()).isEqualTo("unknown");
            assertThat(step(open, "search").path("code").asText()).isEqualTo("unreachable");
        }
        assertObstacle(explain("cleo"), "enabled", "disabledByAdministrator");
    }

    @Test
    @DisplayName("recognizes who was renamed, and that somebody new has an old name; nothing is written")
    void renamed() {
        federation.fullSync().ok();
        String id = realm.users().id("anna");
        jumpCloud.directory().renameUser("anna", "anna.new").recreateUser("bert");

        JsonNode anna = explain("anna.new", jumpCloud.passwordOf("anna.new"));
        assertThat(anna.path("verdict").asText()).isEqualTo("can");
        assertThat(anna.path("userId").asText()).isEqualTo(id);
        assertThat(explain("anna", jumpCloud.passwordOf("anna.new"))
                        .path("verdict")
                        .asText())
                .isEqualTo("can");
        assertObstacle(explain("bert"), "identity", "differentPerson");
        assertThat(realm.users().names()).containsExactly("anna", "bert", "cleo", "dora");

        assertThat(signsIn("bert")).isFalse();
        assertThat(signsIn("anna.new")).isTrue();
        assertThat(realm.users().id("anna.new")).isEqualTo(id);
    }

    @Test
    @DisplayName("believes no rename after settings have changed, as a sign-in does not")
    void unproven() {
        federation.fullSync().ok();
        federation.update(Map.of("customUserSearchFilter", List.of("(uid=*)"))).ok();
        jumpCloud.directory().renameUser("anna", "anna.new");

        assertObstacle(explain("anna.new"), "identity", "unproven");
        assertThat(signsIn("anna.new")).isFalse();
    }

    @Test
    @DisplayName("says that an entry has no id, or shares one")
    void identities() {
        federation.fullSync().ok();
        jumpCloud
                .directory()
                .addUser(StandInUser.of("nobody.knows", "No", "Id").without("uidNumber"))
                .addUser(StandInUser.of("impostor", "Im", "Postor"))
                .setAttribute(
                        "impostor",
                        "uidNumber",
                        String.valueOf(jumpCloud.directory().uidNumberOf("anna")));

        assertObstacle(explain("nobody.knows"), "identity", "incomplete");
        assertObstacle(explain("impostor"), "identity", "sharedIdentity");
        assertThat(signsIn("impostor")).isFalse();
    }

    private JsonNode explain(String username) {
        return new ExplainApi(federation).explain(username);
    }

    private JsonNode explain(String username, String password) {
        return new ExplainApi(federation).explain(username, password);
    }

    private boolean signsIn(String username) {
        return realm.signIn().with(username, jumpCloud.passwordOf(username)).isSuccess();
    }
}
