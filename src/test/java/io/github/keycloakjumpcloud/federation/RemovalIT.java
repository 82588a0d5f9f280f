package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of users who have left JumpCloud, and of their sessions, and what happens when they come back. */
class RemovalIT extends AfterFirstImport {

    private String dorasPassword = "";
    private long dorasNumber;

    private boolean signsIn(String username) {
        return realm.signIn().with(username, jumpCloud.passwordOf(username)).isSuccess();
    }

    private void doraLeaves() {
        dorasPassword = jumpCloud.passwordOf("dora");
        dorasNumber = jumpCloud.directory().uidNumberOf("dora");
        jumpCloud.directory().removeUser("dora");
    }

    private void doraReturns() {
        jumpCloud
                .directory()
                .addUser(StandInUser.of("dora", "Dora", "Dunn").with("uidNumber", Long.toString(dorasNumber)));
    }

    private void set(String key, String value) {
        federation.update(Map.of(key, List.of(value))).ok();
    }

    private boolean enabled(String username) {
        return users.get(username).path("enabled").asBoolean();
    }

    private int sessions(String userId) {
        return realm.get("/users/" + userId + "/sessions").ok().size();
    }

    private int offlineSessions(String userId) {
        String client =
                realm.get("/clients?clientId=sign-in").ok().path(0).path("id").asText();
        return realm.get("/users/" + userId + "/offline-sessions/" + client)
                .ok()
                .size();
    }

    @Test
    @DisplayName("disable: sessions end, roles and groups stay, and the next sync finds nothing to do")
    void disable() {
        String id = users.id("anna");
        local.grantNewRole("anna", "auditor");
        assertThat(signsIn("anna")).isTrue();
        assertThat(realm.signIn()
                        .with("anna", jumpCloud.passwordOf("anna"), Map.of("scope", "openid offline_access"))
                        .isSuccess())
                .isTrue();
        assertThat(sessions(id)).isPositive();
        assertThat(offlineSessions(id)).isPositive();
        jumpCloud.directory().removeUser("anna");
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 1, 0));

        assertThat(enabled("anna")).isFalse();
        assertThat(users.id("anna")).isEqualTo(id);
        assertThat(sessions(id)).isZero();
        assertThat(offlineSessions(id)).isZero();
        assertThat(users.effectiveRealmRoles("anna")).contains("auditor");
        assertThat(users.groups("anna")).containsExactly("/Team");
        assertThat(server.log().since(mark)).contains("disable user 'anna' ('anna' is no longer in JumpCloud)");
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }

    @Test
    @DisplayName("who was disabled for having left is enabled on return: same id, same roles")
    void returns() {
        String id = users.id("dora");
        local.grantNewRole("dora", "auditor");
        doraLeaves();
        SyncResult.full(federation);
        assertThat(enabled("dora")).isFalse();
        doraReturns();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(enabled("dora")).isTrue();
        assertThat(users.id("dora")).isEqualTo(id);
        assertThat(users.effectiveRealmRoles("dora")).contains("auditor");
        assertThat(local.attribute("dora", "jumpcloud.departed")).isEmpty();
        assertThat(local.attribute("dora", "jumpcloud.disabled")).isEmpty();
        assertThat(signsIn("dora")).isTrue();
    }

    @Test
    @DisplayName("whom an administrator disabled stays so, before, during and after leaving")
    void disabledByAdministrator() {
        local.setEnabled("dora", false);
        doraLeaves();

        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
        assertThat(local.attribute("dora", "jumpcloud.departed")).hasSize(1);
        assertThat(local.attribute("dora", "jumpcloud.disabled")).isEmpty();
        doraReturns();
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(enabled("dora")).isFalse();
    }

    @Test
    @DisplayName("delete: the user goes with roles and sessions, and is somebody new on return")
    void delete() {
        set("removedUsers", "delete");
        String id = users.id("dora");
        local.grantNewRole("dora", "auditor");
        assertThat(signsIn("dora")).isTrue();
        doraLeaves();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 1, 0));

        assertThat(users.names()).containsExactly("anna", "bert", "cleo");
        assertThat(realm.get("/users/" + id).status()).isEqualTo(404);
        String client =
                realm.get("/clients?clientId=sign-in").ok().path(0).path("id").asText();
        assertThat(realm.get("/clients/" + client + "/user-sessions").ok()).isEmpty();
        assertThat(realm.get("/roles/auditor/users").ok()).isEmpty();
        doraReturns();
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 0, 0));
        assertThat(users.id("dora")).isNotEqualTo(id);
        assertThat(users.effectiveRealmRoles("dora")).doesNotContain("auditor");
    }

    @Test
    @DisplayName("keep: the user stays enabled with sessions and roles, but the password is not accepted")
    void keep() {
        set("removedUsers", "keep");
        assertThat(signsIn("dora")).isTrue();
        String id = users.id("dora");
        doraLeaves();
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);

        assertThat(enabled("dora")).isTrue();
        assertThat(sessions(id)).isPositive();
        assertThat(realm.signIn().with("dora", dorasPassword).isSuccess()).isFalse();
        assertThat(server.log().since(mark)).contains("keep user 'dora'");
    }

    @Test
    @DisplayName("several are deleted in one run, whatever the size of a batch")
    void deletedInBatches() {
        set("removedUsers", "delete");
        set("batchSizeForSync", "2");
        jumpCloud.directory().removeUser("anna").removeUser("bert").removeUser("dora");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 3, 0));

        assertThat(users.names()).containsExactly("cleo");
        assertThat(realm.topLevelGroups()).containsExactly("Board");
    }

    @Test
    @DisplayName("a dry run says in the log what it would do, and does nothing")
    void dryRun() {
        set("dryRun", "true");
        JsonNode before = users.list();
        jumpCloud
                .directory()
                .removeUser("dora")
                .addUser(StandInUser.of("emil", "Emil", "Ernst").inGroups("Team"))
                .removeMember("Board", "cleo");
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);

        assertThat(users.list()).isEqualTo(before);
        assertThat(users.groups("cleo")).containsExactly("/Board");
        assertThat(server.log().since(mark))
                .contains("create user 'emil'", "joins 'Team'", "disable user 'dora'", "remove group 'Board'")
                .contains("leave group 'Board': 'cleo'", "dry run ended", "nothing was written");
    }
}
