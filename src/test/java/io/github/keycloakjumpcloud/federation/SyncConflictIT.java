package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names and addresses that belong to somebody else: reported by name, never taken over. */
@ExtendWith(KeycloakExtension.class)
class SyncConflictIT {

    private JumpCloudStandIn jumpCloud;
    private AdminApi admin;
    private KeycloakServer server;

    @BeforeEach
    void startSmallCompany(AdminApi adminApi, KeycloakServer keycloak) {
        admin = adminApi;
        server = keycloak;
        jumpCloud = Federations.standIn().empty().start();
        jumpCloud
                .directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addGroup("Team", "anna", "bert");
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "LDAPSyncTest: a local user with the same user name is untouched, reported by name and counted as failed")
    void sameUsername() {
        RealmApi realm = admin.createRealm();
        realm.users().createLocal("anna", "local@example.org", "local-secret");
        JsonNode before = realm.users().get("anna");
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 0, 1));

        assertThat(realm.users().get("anna")).isEqualTo(before);
        assertThat(realm.users().groups("anna")).isEmpty();
        assertThat(realm.signIn().with("anna", "local-secret").isSuccess()).isTrue();
        assertThat(realm.signIn().with("anna", jumpCloud.passwordOf("anna")).isSuccess())
                .isFalse();
        assertThat(server.log().since(mark))
                .contains("uid=anna," + jumpCloud.usersDn()
                        + " cannot be imported: its user name belongs to the local user 'anna'");
    }

    @Test
    @DisplayName(
            "LDAPSyncTest: a local user with the same e-mail address is untouched, reported by name and counted as failed")
    void sameEmail() {
        RealmApi realm = admin.createRealm();
        realm.users().createLocal("somebody", "Anna@Example.com", "local-secret");
        JsonNode before = realm.users().get("somebody");
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 0, 1));

        assertThat(realm.users().names()).containsExactly("bert", "somebody");
        assertThat(realm.users().get("somebody")).isEqualTo(before);
        assertThat(server.log().since(mark))
                .contains("uid=anna," + jumpCloud.usersDn()
                        + " cannot be imported: its e-mail address belongs to the local user 'somebody'");
    }

    @Test
    @DisplayName(
            "LDAPSyncTest: an imported user whose new name or address belongs to a local user keeps the old one, until it is free")
    void laterConflict() {
        RealmApi realm = admin.createRealm();
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
        SyncResult.full(federation);
        String anna = realm.users().id("anna");
        realm.users().createLocal("taken", "taken@example.org", "secret");
        jumpCloud.directory().renameUser("anna", "taken").setAttribute("bert", "mail", "taken@example.org");

        // The one whose name is taken has moved all the same: the stored DN follows, so that the password keeps
        // working.
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 2));
        assertThat(realm.signIn().with("anna", jumpCloud.passwordOf("taken")).isSuccess())
                .isTrue();
        assertThat(realm.users().id("anna")).isEqualTo(anna);
        assertThat(realm.users().get("bert").path("email").asText()).isEqualTo("bert@example.com");

        realm.users().delete("taken").ok();
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 2, 0, 0));
        assertThat(realm.users().id("taken")).isEqualTo(anna);
        assertThat(realm.users().get("bert").path("email").asText()).isEqualTo("taken@example.org");
    }

    @Test
    @DisplayName(
            "the address of a user who left JumpCloud goes to its new owner; the one who left is disabled without it")
    void addressOfDeparted() {
        RealmApi realm = admin.createRealm();
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
        SyncResult.full(federation);
        jumpCloud
                .directory()
                .removeUser("anna")
                .addUser(StandInUser.of("cleo", "Cleo", "Cole").with("mail", "anna@example.com"));
        String anna = realm.users().id("anna");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 1, 0));

        assertThat(realm.users().get("cleo").path("email").asText()).isEqualTo("anna@example.com");
        JsonNode left = realm.get("/users/" + anna).ok();
        assertThat(left.path("enabled").asBoolean()).isFalse();
        assertThat(left.path("email").isMissingNode()).isTrue();
    }

    @Test
    @DisplayName(
            "LDAPGroupMapperSyncTest: a group whose name a local group has is reported, and nobody joins the local group")
    void groupNotMerged() {
        RealmApi realm = admin.createRealm();
        LocalContent local = new LocalContent(realm);
        String groupId = local.group("Team");
        realm.users().createLocal("local", "local@example.org", "secret");
        local.join("local", groupId);
        FederationApi federation = realm.addJumpCloud(Federations.settings(jumpCloud));
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(2, 0, 0, 1));

        assertThat(realm.members("/Team")).containsExactly("local");
        assertThat(realm.users().groups("anna")).isEmpty();
        assertThat(realm.topLevelGroups()).containsExactly("Team");
        assertThat(realm.group("/Team").path("id").asText()).isEqualTo(groupId);
        assertThat(realm.group("/Team").path("attributes")).isEmpty();
        assertThat(server.log().since(mark))
                .contains("Keycloak has a group 'Team' there that this provider did not create");
    }

    @Test
    @DisplayName(
            "LDAPSyncTest: two organizations with the same user names in one realm: the second one takes nobody and no group over")
    void twoOrganizations() {
        RealmApi realm = admin.createRealm();
        jumpCloud.directory().addUser(StandInUser.of("jane.doe", "Jane", "Doe").inGroups("Engineering"));
        FederationApi first = realm.addJumpCloud(Federations.settings(jumpCloud));
        SyncResult.full(first);
        JsonNode jane = realm.users().get("jane.doe");
        Map<String, List<String>> settings = new HashMap<>(Federations.settings(jumpCloud));
        settings.put("organizationId", List.of(JumpCloudStandIn.OTHER_ORGANIZATION_ID));
        settings.put("bindCredential", List.of(jumpCloud.otherDirectory().passwordOf(JumpCloudStandIn.READER)));
        FederationApi second = realm.federation(
                realm.addComponent("other", "jumpcloud", settings).createdId());
        long mark = server.log().mark();

        // tom.baker, olga.stern and pete.other; jane.doe and the group Engineering are the first organization's.
        assertThat(SyncResult.full(second)).isEqualTo(new SyncResult(3, 0, 0, 2));

        assertThat(realm.users().get("jane.doe")).isEqualTo(jane);
        assertThat(realm.members("/Engineering")).containsExactly("jane.doe");
        assertThat(realm.members("/Everyone Else")).containsExactlyInAnyOrder("olga.stern", "pete.other");
        assertThat(server.log().since(mark))
                .contains("other: uid=jane.doe," + jumpCloud.otherDirectory().usersDn()
                        + " cannot be imported: its user name belongs to user 'jane.doe' of another user federation");
        assertThat(realm.signIn()
                        .with("jane.doe", jumpCloud.otherDirectory().passwordOf("jane.doe"))
                        .isSuccess())
                .isFalse();
        assertThat(realm.signIn()
                        .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                        .isSuccess())
                .isTrue();
        assertThat(SyncResult.full(first)).isEqualTo(SyncResult.NOTHING);

        first.removeImportedUsers().ok();
        assertThat(realm.users().names()).containsExactly("olga.stern", "pete.other", "tom.baker");
    }
}
