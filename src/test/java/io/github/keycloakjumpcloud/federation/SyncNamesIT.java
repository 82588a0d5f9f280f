package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.standin.StandInUser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** User names and addresses that change, move to somebody else or come back with another person. */
class SyncNamesIT extends AfterFirstImport {

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
}
