package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
@DisplayName("The way back to Keycloak's own LDAP provider")
class ReturnIT {

    private static final Map<String, String> SAME_IDS = Map.of("uuidLDAPAttribute", "uidNumber");
    private static final String KEEP = "removeInvalidUsersEnabled";

    private JumpCloudStandIn jumpCloud;
    private RealmApi realm;
    private FederationApi federation;

    @BeforeEach
    void importEverybody(AdminApi admin) {
        jumpCloud = FourPeople.start();
        realm = admin.createRealm();
        federation = realm.addJumpCloud(Federations.settings(jumpCloud, SAME_IDS));
        federation.fullSync().ok();
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("keeps ids, roles, memberships and sessions; everybody signs in, also after this provider is deleted")
    void back() {
        Map<String, String> ids = ids();
        new LocalContent(realm).grantNewRole("anna", "auditor");
        signIn("anna");
        jumpCloud.directory().removeUser("dora");
        federation.fullSync().ok();
        FederationApi builtIn = builtIn("false");

        JsonNode preview =
                federation.post("release", Map.of("to", builtIn.id())).ok();
        assertThat(preview.path("released").asBoolean()).isFalse();
        assertThat(preview.path("userNames")).extracting(JsonNode::asText).containsExactly("anna", "bert", "cleo");
        assertThat(preview.at("/leftBehind/0/name").asText()).isEqualTo("dora");
        assertThat(link("anna")).isEqualTo(federation.id());

        JsonNode done = release(builtIn, preview.path("plan").asText()).ok();
        assertThat(done.path("released").asBoolean()).isTrue();
        assertThat(federation.component().at("/config/enabled/0").asText()).isEqualTo("false");
        assertThat(link("anna")).isEqualTo(builtIn.id());
        assertThat(realm.get("/users/" + ids.get("anna") + "/sessions").ok()).isNotEmpty();
        assertThat(realm.group("/Team").path("attributes")).isEmpty();

        JsonNode sync = builtIn.fullSync().ok();
        assertThat(sync.path("failed").asInt()).isZero();
        federation.delete().ok();
        ids.remove("dora");
        assertThat(ids()).containsAllEntriesOf(ids);
        // The built-in provider takes the LDAP reader's own entry for a person.
        assertThat(realm.users().names()).containsExactlyInAnyOrder("anna", "bert", "cleo", jumpCloud.readerName());
        assertThat(realm.users().effectiveRealmRoles("anna")).contains("auditor");
        assertThat(realm.members("/Team")).containsExactly("anna", "bert");
        assertThat(realm.topLevelGroups()).containsExactly("Board", "Team");
        signIn("anna");
        signIn("cleo");
    }

    @Test
    @DisplayName("and forth again leaves everybody where he was")
    void forthAgain() {
        Map<String, String> ids = ids();
        FederationApi builtIn = builtIn("false");
        release(builtIn, plan("release", Map.of("to", builtIn.id()))).ok();
        federation.update(Map.of("enabled", List.of("true"))).ok();

        String plan = plan("adopt", Map.of("from", builtIn.id()));
        federation.post("adopt", Map.of("from", builtIn.id(), "plan", plan)).ok();

        assertThat(SyncResult.full(federation).added()).isZero();
        assertThat(ids()).isEqualTo(ids);
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
        signIn("anna");
    }

    @Test
    @DisplayName("is refused where the other provider would delete people, and when the picture has changed")
    void refused() {
        FederationApi builtIn = builtIn("true");
        Response deletes = federation.post("release", Map.of("to", builtIn.id()));
        assertThat(deletes.status()).isEqualTo(409);
        assertThat(deletes.error()).isEqualTo("release_refused");
        assertThat(deletes.message()).contains("Remove invalid users during searches");

        builtIn.update(Map.of(KEEP, List.of("false"))).ok();
        String plan = plan("release", Map.of("to", builtIn.id()));
        jumpCloud.directory().removeUser("bert");
        assertThat(release(builtIn, plan).message()).contains("Preview again");
        assertThat(link("anna")).isEqualTo(federation.id());
    }

    @Test
    @DisplayName("leads only to a built-in LDAP provider of the same realm")
    void unknownTarget() {
        Response itself = federation.post("release", Map.of("to", federation.id()));
        assertThat(itself.status()).isEqualTo(404);
        assertThat(itself.error()).isEqualTo("target_not_found");
        assertThat(federation.post("release", Map.of()).status()).isEqualTo(400);
    }

    private FederationApi builtIn(String removesUsers) {
        FederationApi builtIn = new BuiltInLdap(jumpCloud).addTo(realm, "/");
        builtIn.update(Map.of(KEEP, List.of(removesUsers))).ok();
        return builtIn;
    }

    private Response release(FederationApi builtIn, String plan) {
        return federation.post("release", Map.of("to", builtIn.id(), "plan", plan));
    }

    private String plan(String call, Map<String, String> wish) {
        return federation.post(call, wish).ok().path("plan").asText();
    }

    private void signIn(String username) {
        assertThat(realm.signIn().with(username, jumpCloud.passwordOf(username)).isSuccess())
                .as(username)
                .isTrue();
    }

    private String link(String username) {
        return realm.users().get(username).path("federationLink").asText();
    }

    private Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        realm.users()
                .list()
                .forEach(user ->
                        ids.put(user.path("username").asText(), user.path("id").asText()));
        return ids;
    }
}
