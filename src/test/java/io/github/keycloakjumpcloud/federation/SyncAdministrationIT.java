package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What administrators do in Keycloak with imported users and with the provider, between syncs. */
class SyncAdministrationIT extends AfterFirstImport {

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
