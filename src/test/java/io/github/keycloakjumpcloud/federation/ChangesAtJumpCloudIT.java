package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("Between two syncs")
class ChangesAtJumpCloudIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD =
            JumpCloudStandInExtension.with(Federations::reachable).perTest();

    @Test
    @DisplayName(
            "LDAPExternalChangesTest: a renamed user signs in with the new name, keeps the Keycloak id and roles; the old name no longer works")
    void renamed(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        assertSignsIn(realm, jumpCloud, "jane.doe", "jane.doe");
        String id = realm.users().id("jane.doe");
        realm.post("/roles", Map.of("name", "kept")).ok();
        realm.post(
                        "/users/" + id + "/role-mappings/realm",
                        List.of(realm.get("/roles/kept").ok()))
                .ok();

        jumpCloud.directory().renameUser("jane.doe", "jane.smith");

        assertSignsIn(realm, jumpCloud, "jane.smith", "jane.smith");
        assertThat(realm.users().id("jane.smith")).isEqualTo(id);
        assertThat(realm.users().names()).containsExactly("jane.smith");
        assertThat(realm.users().effectiveRealmRoles("jane.smith")).contains("kept");
        assertRefused(realm.signIn().with("jane.doe", jumpCloud.passwordOf("jane.smith")));
    }

    @Test
    @DisplayName(
            "LDAPExternalChangesTest: a changed e-mail address signs in at once and is the same user; the old one then no longer works")
    void changedEmail(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        assertSignsIn(realm, jumpCloud, "jane.doe", "jane.doe@example.com");
        String id = realm.users().id("jane.doe");

        jumpCloud.directory().setAttribute("jane.doe", "mail", "jane.d@example.com");

        assertSignsIn(realm, jumpCloud, "jane.doe", "jane.d@example.com");
        assertThat(realm.users().id("jane.doe")).isEqualTo(id);
        assertThat(realm.users().get("jane.doe").path("email").asText()).isEqualTo("jane.d@example.com");
        assertRefused(realm.signIn().with("jane.doe@example.com", jumpCloud.passwordOf("jane.doe")));
    }

    @Test
    @DisplayName("LDAPExternalChangesTest: a user deleted at JumpCloud is refused at once")
    void deleted(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        String password = jumpCloud.passwordOf("jane.doe");
        assertSignsIn(realm, jumpCloud, "jane.doe", "jane.doe");

        jumpCloud.directory().removeUser("jane.doe");

        assertRefused(realm.signIn().with("jane.doe", password));
        assertRefused(realm.signIn().with("jane.doe@example.com", password));
    }

    @Test
    @DisplayName("LDAPNoCacheTest: without Keycloak's cache a changed e-mail address is shown after the next sign-in")
    void withoutCache(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud, Map.of("cachePolicy", "NO_CACHE"))
                .realm();
        assertSignsIn(realm, jumpCloud, "jane.doe", "jane.doe");

        jumpCloud.directory().setAttribute("jane.doe", "mail", "jane.d@example.com");
        assertSignsIn(realm, jumpCloud, "jane.doe", "jane.d@example.com");

        assertThat(realm.users().get("jane.doe").path("email").asText()).isEqualTo("jane.d@example.com");
        long searches = jumpCloud.counts().searches();
        assertSignsIn(realm, jumpCloud, "jane.doe", "jane.d@example.com");
        assertThat(jumpCloud.counts().searches()).isEqualTo(searches);
    }

    @Test
    @DisplayName(
            "a local user's address is never taken over: the JumpCloud user is not imported, the log says why, the local one goes on as before")
    void conflictWithLocalEmail(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        RealmApi realm = server.admin().createRealm();
        String id = realm.users().createLocal("boss", "jane.doe@example.com", "local password");
        realm.addJumpCloud(Federations.settings(jumpCloud));
        JsonNode before = realm.users().get("boss");
        long mark = server.log().mark();

        assertRefused(realm.signIn().with("jane.doe", jumpCloud.passwordOf("jane.doe")));
        assertRefused(realm.signIn().with("jane.doe@example.com", jumpCloud.passwordOf("jane.doe")));

        assertThat(realm.users().names()).containsExactly("boss");
        assertThat(realm.users().id("boss")).isEqualTo(id);
        assertThat(realm.users().get("boss")).isEqualTo(before);
        assertThat(realm.signIn().with("jane.doe@example.com", "local password").isSuccess())
                .isTrue();
        assertThat(server.log().since(mark))
                .contains("uid=jane.doe")
                .contains("its e-mail address belongs to the local user 'boss'; rename or delete one of the two");
    }

    @Test
    @DisplayName(
            "LDAPProvidersIntegrationTest: a local user's name is never taken over, neither by a sign-in nor by a sync")
    void conflictWithLocalName(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = admin.createRealm();
        realm.users().createLocal("jane.doe", "local@example.com", "local password");
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
        JsonNode before = realm.users().get("jane.doe");

        assertRefused(realm.signIn().with("jane.doe", jumpCloud.passwordOf("jane.doe")));
        assertRefused(realm.signIn().with("jane.doe@example.com", jumpCloud.passwordOf("jane.doe")));
        assertThat(federation.fullSync().ok().path("failed").asInt()).isPositive();

        assertThat(realm.users().get("jane.doe")).isEqualTo(before);
        assertThat(realm.signIn().with("jane.doe", "local password").isSuccess())
                .isTrue();
    }

    @Test
    @DisplayName(
            "LDAPProvidersIntegrationTest: a new local user cannot get the name or address of somebody in JumpCloud")
    void localUserWithTakenName(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();

        Response name = realm.post("/users", Map.of("username", "jane.doe", "email", "other@example.com"));
        Response address = realm.post("/users", Map.of("username", "other", "email", "tom.baker@example.com"));

        assertThat(name.status()).isEqualTo(409);
        assertThat(address.status()).isEqualTo(409);
        assertSignsIn(realm, jumpCloud, "jane.doe", "jane.doe");
        assertSignsIn(realm, jumpCloud, "tom.baker", "tom.baker");
    }

    @Test
    @DisplayName(
            "somebody else who got a user name again is looked up by the own address and does not get the previous person’s account")
    void recreatedByEmail(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(server.admin(), jumpCloud).realm();
        assertSignsIn(realm, jumpCloud, "jane.doe", "jane.doe");
        JsonNode before = realm.users().get("jane.doe");
        jumpCloud.directory().recreateUser("jane.doe");
        jumpCloud.directory().setAttribute("jane.doe", "mail", "new.jane@example.com");
        long mark = server.log().mark();

        assertRefused(realm.signIn().with("new.jane@example.com", jumpCloud.passwordOf("jane.doe")));

        assertThat(realm.users().get("jane.doe")).isEqualTo(before);
        assertThat(server.log().since(mark)).contains("one who seems to have left JumpCloud");
    }

    private static void assertSignsIn(RealmApi realm, JumpCloudStandIn jumpCloud, String uid, String typed) {
        SignInResult result = realm.signIn().with(typed, jumpCloud.passwordOf(uid));
        assertThat(result.status()).as(typed).isEqualTo(200);
        assertThat(result.claims().path("preferred_username").asText()).isEqualTo(uid);
    }

    private static void assertRefused(SignInResult result) {
        assertThat(result.status()).isBetween(400, 401);
        assertThat(result.error()).isEqualTo("invalid_grant");
        assertThat(result.accessToken()).isEmpty();
    }
}
