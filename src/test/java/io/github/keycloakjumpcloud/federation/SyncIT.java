package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.standin.StandInUser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What changes at JumpCloud after a first import. Every test has a small company of its own that has been imported once. */
class SyncIT extends AfterFirstImport {

    @Test
    @DisplayName("LDAPSyncTest: a sync picks up who was added and who was changed; the next one finds nothing to do")
    void addedAndChanged() {
        jumpCloud
                .directory()
                .addUser(StandInUser.of("emil", "Emil", "Ernst").inGroups("Team"))
                .setAttribute("anna", "title", "Chief Engineer");

        assertThat(SyncResult.changed(federation)).isEqualTo(new SyncResult(1, 1, 0, 0));
        assertThat(users.groups("emil")).containsExactly("/Team");
        assertThat(local.attribute("anna", "jobTitle")).containsExactly("Chief Engineer");

        assertThat(SyncResult.changed(federation)).isEqualTo(SyncResult.NOTHING);
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }

    @Test
    @DisplayName("LDAPSyncTest: a changed name, address and attribute arrive, and a removed attribute goes")
    void profileChange() {
        String id = users.id("anna");
        jumpCloud
                .directory()
                .setAttribute("anna", "sn", "Adler")
                .setAttribute("anna", "mail", "anna.adler@example.com")
                .removeAttribute("anna", "title");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        JsonNode anna = users.get("anna");
        assertThat(anna.path("id").asText()).isEqualTo(id);
        assertThat(anna.path("lastName").asText()).isEqualTo("Adler");
        assertThat(anna.path("email").asText()).isEqualTo("anna.adler@example.com");
        assertThat(local.attribute("anna", "jobTitle")).isEmpty();
    }

    @Test
    @DisplayName("a membership added and one removed at JumpCloud are so in Keycloak after the next full sync")
    void membershipsByFullSync() {
        jumpCloud.directory().addMember("Board", "anna").removeMember("Team", "anna");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(users.groups("anna")).containsExactly("/Board");
        assertThat(realm.members("/Team")).containsExactly("bert");
        assertThat(realm.members("/Board")).containsExactlyInAnyOrder("anna", "cleo");
    }

    @Test
    @DisplayName(
            "a membership added and one removed at JumpCloud are so in Keycloak after the next sync of changed users")
    void membershipsByChangedSync() {
        jumpCloud.directory().addMember("Board", "anna").removeMember("Team", "anna");

        assertThat(SyncResult.changed(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(users.groups("anna")).containsExactly("/Board");
    }

    @Test
    @DisplayName(
            "the last member who leaves a group at JumpCloud leaves it in Keycloak, although LDAP no longer shows the group")
    void lastMemberLeaves() {
        jumpCloud.directory().removeMember("Board", "cleo");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(users.groups("cleo")).isEmpty();
        assertThat(realm.topLevelGroups()).containsExactly("Team");
    }

    @Test
    @DisplayName("LDAPSyncTest: a renamed group is a new group with the same members, and the old one goes")
    void groupRename() {
        jumpCloud.directory().renameGroup("Team", "Crew");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 2, 0, 0));

        assertThat(realm.members("/Crew")).containsExactlyInAnyOrder("anna", "bert");
        assertThat(realm.topLevelGroups()).containsExactlyInAnyOrder("Board", "Crew");
        assertThat(users.groups("anna")).containsExactly("/Crew");
    }
}
