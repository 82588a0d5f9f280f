package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Imported groups that are no longer at JumpCloud, or were renamed. */
class RemovedGroupIT extends AfterFirstImport {

    private void boardIsKept(String because) {
        jumpCloud.directory().removeGroup("Board");
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(realm.topLevelGroups()).contains("Board");
        assertThat(users.groups("cleo")).isEmpty();
        assertThat(server.log().since(mark)).contains("keep group 'Board'", because);
    }

    private void boardGoes() {
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
        assertThat(realm.topLevelGroups()).doesNotContain("Board");
    }

    private String board() {
        return realm.group("/Board").path("id").asText();
    }

    @Test
    @DisplayName("a group that only has our members goes")
    void goes() {
        jumpCloud.directory().removeGroup("Board");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(realm.topLevelGroups()).containsExactly("Team");
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }

    @Test
    @DisplayName("a group with a member of other origin stays until he leaves it")
    void foreignMember() {
        users.createLocal("local", "local@example.org", "secret");
        local.join("local", board());

        boardIsKept("1 member of other origin");

        assertThat(realm.members("/Board")).containsExactly("local");
        users.delete("local").ok();
        boardGoes();
    }

    @Test
    @DisplayName("a group with a sub-group stays until that is gone")
    void subGroup() {
        String child = realm.post("/groups/" + board() + "/children", Map.of("name", "Inner Circle"))
                .createdId();

        boardIsKept("1 sub-group");

        realm.delete("/groups/" + child).ok();
        boardGoes();
    }

    @Test
    @DisplayName("a group that gives its members a role stays until it no longer does")
    void role() {
        realm.post("/roles", Map.of("name", "auditor")).ok();
        realm.post(
                        "/groups/" + board() + "/role-mappings/realm",
                        List.of(realm.get("/roles/auditor").ok()))
                .ok();

        boardIsKept("1 role");

        realm.delete("/roles/auditor").ok();
        boardGoes();
    }

    @Test
    @DisplayName("a group that every new user of the realm joins stays until it no longer is")
    void defaultGroup() {
        realm.put("/default-groups/" + board(), null).ok();

        boardIsKept("the realm's default groups");

        realm.delete("/default-groups/" + board()).ok();
        boardGoes();
    }

    @Test
    @DisplayName("a group renamed in Keycloak gets its name back, members and id stay")
    void renamedBack() {
        String id = board();
        realm.put("/groups/" + id, Map.of("name", "Bored")).ok();
        assertThat(realm.topLevelGroups()).containsExactlyInAnyOrder("Bored", "Team");

        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);

        assertThat(realm.topLevelGroups()).containsExactlyInAnyOrder("Board", "Team");
        assertThat(board()).isEqualTo(id);
        assertThat(realm.members("/Board")).containsExactly("cleo");
    }

    @Test
    @DisplayName("a group renamed by letter case at JumpCloud is the same group")
    void letterCase() {
        String id = board();
        jumpCloud.directory().renameGroup("Board", "BOARD");

        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);

        assertThat(realm.group("/BOARD").path("id").asText()).isEqualTo(id);
    }
}
