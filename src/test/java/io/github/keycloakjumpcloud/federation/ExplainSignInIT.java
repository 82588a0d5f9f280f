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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a sign-in goes another way than the entry in JumpCloud suggests. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("Explaining a user as a sign-in would judge him")
class ExplainSignInIT {

    private static final String ADDRESS = "anna@example.com";
    private static final String LOCAL_PASSWORD = "local password";

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RealmApi realm;
    private ExplainApi api;

    @BeforeEach
    void federate(AdminApi admin) {
        jumpCloud = FourPeople.start();
        federation = Federations.federate(admin, jumpCloud);
        realm = federation.realm();
        api = new ExplainApi(federation);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("says that somebody who has left the required groups gets in until the next refresh")
    void notYetRefreshed() {
        set("userGroups", "Team");
        assertThat(signsIn("anna")).isTrue();
        Instant signedIn = Instant.now();
        jumpCloud.directory().removeMember("Team", "anna");

        JsonNode lately = api.explain("anna", jumpCloud.passwordOf("anna"));
        assertThat(lately.path("verdict").asText()).isEqualTo("can");
        assertThat(step(lately, "user-groups").path("result").asText()).isEqualTo("warning");
        assertThat(step(lately, "refresh").path("code").asText()).isEqualTo("refreshedLately");
        assertThat(Instant.parse(step(lately, "refresh").at("/details/until").asText()))
                .isBetween(signedIn.plusSeconds(280), signedIn.plusSeconds(301));
        assertThat(step(lately, "bind").path("result").asText()).isEqualTo("ok");
        assertThat(signsIn("anna")).isTrue();

        set("loginRefreshSeconds", "0");
        assertObstacle(api.explain("anna"), "user-groups", "outsideUserGroups");
        assertThat(signsIn("anna")).isFalse();

        set("loginRefreshSeconds", "-1");
        JsonNode never = api.explain("anna");
        assertThat(never.path("verdict").asText()).isEqualTo("can");
        assertThat(step(never, "refresh").path("code").asText()).isEqualTo("neverRefreshed");
        assertThat(signsIn("anna")).isTrue();
    }

    @Test
    @DisplayName("knows that an address which is a local user's name leads to the JumpCloud user who has it")
    void nameIsAddress() {
        createLocal(ADDRESS);

        JsonNode anna = api.explain(ADDRESS, jumpCloud.passwordOf("anna"));

        assertThat(anna.path("verdict").asText()).isEqualTo("can");
        assertThat(step(anna, "keycloak").path("code").asText()).isEqualTo("nameIsAddress");
        assertThat(step(anna, "keycloak").at("/details/username").asText()).isEqualTo(ADDRESS);
        assertThat(realm.users().names()).containsExactly(ADDRESS);
        assertThat(realm.signIn().with(ADDRESS, LOCAL_PASSWORD).isSuccess()).isFalse();
        assertThat(realm.signIn().with(ADDRESS, jumpCloud.passwordOf("anna")).isSuccess())
                .isTrue();
        assertThat(realm.users().names()).containsExactlyInAnyOrder("anna", ADDRESS);
    }

    @Test
    @DisplayName("knows that it leads to the local user where the JumpCloud user cannot be brought in, or is not asked")
    void nameOfLocalUser() {
        createLocal(ADDRESS);
        createLocal("anna");

        assertObstacle(api.explain(ADDRESS), "conflict", "localUser");
        assertThat(realm.signIn().with(ADDRESS, LOCAL_PASSWORD).isSuccess()).isTrue();

        realm.users().delete("anna");
        set("importEnabled", "false");
        assertThat(step(api.explain(ADDRESS), "conflict").path("code").asText()).isEqualTo("localUser");
        assertThat(realm.signIn().with(ADDRESS, LOCAL_PASSWORD).isSuccess()).isTrue();
    }

    @Test
    @DisplayName(
            "sends only a few passwords of one user a minute, under whatever name, and keeps nobody from signing in")
    void limited() {
        jumpCloud.resetCounts();
        for (int i = 0; i < 5; i++) {
            assertObstacle(api.explain(i % 2 == 0 ? "anna" : ADDRESS, "guess " + i), "bind", "passwordRefused");
        }

        JsonNode enough = api.explain("anna", jumpCloud.passwordOf("anna"));

        assertThat(enough.path("verdict").asText()).isEqualTo("unknown");
        assertThat(step(enough, "bind").path("code").asText()).isEqualTo("tooManyTries");
        assertThat(step(enough, "bind").path("message").asText()).contains("Wait a minute");
        assertThat(SecondFactorRealm.binds(jumpCloud)).isEqualTo(5);
        assertThat(signsIn("anna")).isTrue();
        assertThat(step(api.explain("bert", jumpCloud.passwordOf("bert")), "bind")
                        .path("result")
                        .asText())
                .isEqualTo("ok");
    }

    private void set(String key, String value) {
        federation.update(Map.of(key, List.of(value))).ok();
    }

    /** Keycloak looks everywhere before it creates somebody. */
    private void createLocal(String username) {
        set("enabled", "false");
        realm.users().createLocal(username, "local" + username.length() + "@example.org", LOCAL_PASSWORD);
        set("enabled", "true");
    }

    private boolean signsIn(String username) {
        return realm.signIn().with(username, jumpCloud.passwordOf(username)).isSuccess();
    }
}
