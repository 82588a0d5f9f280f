package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.UsersApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What changes at JumpCloud after a first import. Every test has a small company of its own that has been imported once. */
@ExtendWith(KeycloakExtension.class)
class SyncIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RealmApi realm;
    private UsersApi users;
    private LocalContent local;
    private KeycloakServer server;

    @BeforeEach
    void importSmallCompany(AdminApi admin, KeycloakServer keycloak) {
        server = keycloak;
        jumpCloud = Federations.standIn().empty().start();
        jumpCloud
                .directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer").with("title", "Engineer"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addUser(StandInUser.of("cleo", "Cleo", "Cole"))
                .addUser(StandInUser.of("dora", "Dora", "Dunn"))
                .addGroup("Team", "anna", "bert")
                .addGroup("Board", "cleo");
        federation = Federations.federate(admin, jumpCloud);
        realm = federation.realm();
        users = realm.users();
        local = new LocalContent(realm);
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(4, 0, 0, 0));
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

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
    }

    @Test
    @DisplayName("LDAPSyncTest: a rename keeps the Keycloak id, the realm roles and the memberships")
    void rename() {
        String id = users.id("anna");
        local.grantNewRole("anna", "auditor");
        jumpCloud.directory().renameUser("anna", "anna.auer");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(users.id("anna.auer")).isEqualTo(id);
        assertThat(users.byUsername("anna").isMissingNode()).isTrue();
        assertThat(users.effectiveRealmRoles("anna.auer")).contains("auditor");
        assertThat(users.groups("anna.auer")).containsExactly("/Team");
        assertThat(local.attribute("anna.auer", "LDAP_ENTRY_DN"))
                .containsExactly("uid=anna.auer," + jumpCloud.usersDn());
        assertThat(realm.signIn()
                        .with("anna.auer", jumpCloud.passwordOf("anna.auer"))
                        .isSuccess())
                .isTrue();
    }

    @Test
    @DisplayName("LDAPSyncTest: a renamed group is a new group with the same members, and nobody stays in the old one")
    void groupRename() {
        jumpCloud.directory().renameGroup("Team", "Crew");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 2, 0, 0));

        assertThat(realm.members("/Crew")).containsExactlyInAnyOrder("anna", "bert");
        assertThat(realm.members("/Team")).isEmpty();
        assertThat(users.groups("anna")).containsExactly("/Crew");
    }

    @Test
    @DisplayName(
            "a sync does not take somebody else with the user name of one who left for him, but reports the conflict by name")
    void recreated() {
        String id = users.id("anna");
        local.grantNewRole("anna", "auditor");
        jumpCloud.directory().recreateUser("anna");
        long mark = server.log().mark();

        SyncResult result = SyncResult.full(federation);

        assertThat(result).isEqualTo(new SyncResult(0, 0, 0, 1));
        assertThat(users.names()).containsExactly("anna", "bert", "cleo", "dora");
        assertThat(users.id("anna")).isEqualTo(id);
        assertThat(local.attribute("anna", "LDAP_ID"))
                .doesNotContain(Long.toString(jumpCloud.directory().uidNumberOf("anna")));
        assertThat(server.log().since(mark))
                .contains(
                        "uid=anna," + jumpCloud.usersDn() + " cannot be imported: its user name belongs to user 'anna'")
                .contains("1 no longer in JumpCloud");
    }

    @Test
    @DisplayName("a user who left JumpCloud stays as he is, and the log counts him")
    void left() {
        JsonNode before = users.get("dora");
        jumpCloud.directory().removeUser("dora");
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);

        assertThat(users.get("dora")).isEqualTo(before);
        assertThat(server.log().since(mark)).contains("1 no longer in JumpCloud (left as they are)");
    }

    @Test
    @DisplayName("a user who left JumpCloud and comes back under the same id is the same Keycloak user")
    void leftAndBack() {
        String id = users.id("dora");
        long uidNumber = jumpCloud.directory().uidNumberOf("dora");
        jumpCloud.directory().removeUser("dora");
        SyncResult.full(federation);
        jumpCloud
                .directory()
                .addUser(StandInUser.of("dora", "Dora", "Dunn-Miles").with("uidNumber", Long.toString(uidNumber)));

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(users.id("dora")).isEqualTo(id);
        assertThat(users.get("dora").path("lastName").asText()).isEqualTo("Dunn-Miles");
    }

    @Test
    @DisplayName("LDAPSyncTest: an address that moves from one user to another arrives in one run")
    void mailMoves() {
        jumpCloud
                .directory()
                .setAttribute("anna", "mail", "former@example.com")
                .setAttribute("bert", "mail", "anna@example.com");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 2, 0, 0));

        assertThat(users.get("anna").path("email").asText()).isEqualTo("former@example.com");
        assertThat(users.get("bert").path("email").asText()).isEqualTo("anna@example.com");
    }

    @Test
    @DisplayName("an address that one user gives up goes to a new user in the same run")
    void mailMovesToNewcomer() {
        jumpCloud
                .directory()
                .setAttribute("anna", "mail", "former@example.com")
                .addUser(StandInUser.of("emil", "Emil", "Ernst").with("mail", "anna@example.com"));

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 1, 0, 0));

        assertThat(users.get("emil").path("email").asText()).isEqualTo("anna@example.com");
    }

    @Test
    @DisplayName("two users who swap user names keep their ids and the verification of their addresses")
    void swap() {
        String anna = users.id("anna");
        String bert = users.id("bert");
        local.setEmailVerified("anna");
        jumpCloud.directory().renameUser("anna", "x").renameUser("bert", "anna").renameUser("x", "bert");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 2, 0, 0));

        assertThat(users.id("bert")).isEqualTo(anna);
        assertThat(users.id("anna")).isEqualTo(bert);
        assertThat(users.get("bert").path("firstName").asText()).isEqualTo("Anna");
        assertThat(users.get("bert").path("email").asText()).isEqualTo("anna@example.com");
        assertThat(users.get("bert").path("emailVerified").asBoolean()).isTrue();
        assertThat(users.get("anna").path("emailVerified").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("three users who pass their addresses on in a circle all get their new ones in one run")
    void circle() {
        jumpCloud
                .directory()
                .setAttribute("anna", "mail", "bert@example.com")
                .setAttribute("bert", "mail", "cleo@example.com")
                .setAttribute("cleo", "mail", "anna@example.com");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 3, 0, 0));

        assertThat(users.get("anna").path("email").asText()).isEqualTo("bert@example.com");
        assertThat(users.get("bert").path("email").asText()).isEqualTo("cleo@example.com");
        assertThat(users.get("cleo").path("email").asText()).isEqualTo("anna@example.com");
    }

    @Test
    @DisplayName("local groups, roles and attributes of an imported user survive a sync that changes the user")
    void localContentSurvives() {
        local.allowUnmanagedAttributes();
        local.join("anna", local.group("Local Group"));
        local.grantNewRole("anna", "auditor");
        local.setAttribute("anna", "favouriteColour", "green");
        jumpCloud.directory().setAttribute("anna", "title", "Manager").addMember("Board", "anna");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(users.groups("anna")).isEqualTo(Set.of("/Local Group", "/Team", "/Board"));
        assertThat(users.effectiveRealmRoles("anna")).contains("auditor");
        assertThat(local.attribute("anna", "favouriteColour")).containsExactly("green");
        assertThat(local.attribute("anna", "jobTitle")).containsExactly("Manager");
    }

    @Test
    @DisplayName("a user whom an administrator disabled stays disabled, whether or not he changes at JumpCloud")
    void disabledStaysDisabled() {
        local.setEnabled("anna", false);
        local.setEnabled("bert", false);
        jumpCloud.directory().setAttribute("anna", "title", "Manager");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(users.get("anna").path("enabled").asBoolean()).isFalse();
        assertThat(users.get("bert").path("enabled").asBoolean()).isFalse();
        assertThat(local.attribute("anna", "jobTitle")).containsExactly("Manager");
    }

    @Test
    @DisplayName("LDAPSyncTest: a sync without an action or with an unknown one is refused")
    void actions() {
        String path = "/user-storage/" + federation.id() + "/sync";
        assertThat(realm.post(path, null).status()).isEqualTo(400);
        assertThat(realm.post(path + "?action=wrong", null).status()).isEqualTo(400);
    }

    @Test
    @DisplayName(
            "LDAPSyncTest: removing the imported users removes exactly those, and a sync brings them back with their groups")
    void removeImported() {
        users.createLocal("local", "local@example.org", "secret");
        realm.recordEvents();

        federation.removeImportedUsers().ok();

        assertThat(users.names()).containsExactly("local");
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(4, 0, 0, 0));
        // Keycloak notes the sync as an admin event; it does not note the removal (26.7).
        assertThat(realm.adminEvents().toString()).contains("user-storage/" + federation.id() + "/sync");
        assertThat(realm.members("/Team")).containsExactlyInAnyOrder("anna", "bert");
        assertThat(realm.topLevelGroups()).containsExactlyInAnyOrder("Team", "Board");
    }

    @Test
    @DisplayName(
            "LDAPProvidersIntegrationTest: unlinked users are local users; a later sync reports them and takes none of them over")
    void unlink() {
        String id = users.id("anna");
        federation.unlinkUsers().ok();
        assertThat(users.get("anna").hasNonNull("federationLink")).isFalse();
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 0, 4));

        assertThat(users.names()).containsExactly("anna", "bert", "cleo", "dora");
        assertThat(users.id("anna")).isEqualTo(id);
        assertThat(users.get("anna").hasNonNull("federationLink")).isFalse();
        assertThat(server.log().since(mark)).contains("its user name belongs to the local user 'anna'");
    }

    @Test
    @DisplayName(
            "LDAPProvidersIntegrationTest: a disabled provider lets nobody in and syncs nothing until it is enabled again")
    void disabledProvider() {
        federation.update(Map.of("enabled", List.of("false"))).ok();
        assertThat(realm.signIn().with("anna", jumpCloud.passwordOf("anna")).isSuccess())
                .isFalse();

        federation.update(Map.of("enabled", List.of("true"))).ok();
        assertThat(realm.signIn().with("anna", jumpCloud.passwordOf("anna")).isSuccess())
                .isTrue();
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }
}
