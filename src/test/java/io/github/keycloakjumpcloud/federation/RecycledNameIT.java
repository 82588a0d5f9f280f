package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody new under the user name of somebody who has left: a different person, who inherits nothing. */
class RecycledNameIT extends AfterFirstImport {

    @ParameterizedTest
    @ValueSource(strings = {"disable", "delete", "keep"})
    @DisplayName(
            "the new person gets the name and the address in one run, and no role, credential, session or local group")
    void inheritsNothing(String removedUsers) {
        federation.update(Map.of("removedUsers", List.of(removedUsers))).ok();
        String former = users.id("anna");
        local.grantNewRole("anna", "auditor");
        local.join("anna", local.group("Local Group"));
        assertThat(realm.signIn().with("anna", jumpCloud.passwordOf("anna")).isSuccess())
                .isTrue();
        jumpCloud.directory().recreateUser("anna");

        SyncResult result = SyncResult.full(federation);

        assertThat(result).isEqualTo(new SyncResult(1, 0, removedUsers.equals("keep") ? 0 : 1, 0));
        String newcomer = users.id("anna");
        assertThat(newcomer).isNotEqualTo(former);
        assertThat(users.effectiveRealmRoles("anna")).doesNotContain("auditor");
        assertThat(users.groups("anna")).isEmpty();
        assertThat(realm.get("/users/" + newcomer + "/sessions").ok()).isEmpty();
        assertThat(realm.get("/users/" + newcomer + "/credentials").ok())
                .allSatisfy(credential ->
                        assertThat(credential.path("federationLink").asText()).isEqualTo(federation.id()));
        assertThat(users.get("anna").path("email").asText()).isEqualTo("anna@example.com");
        assertThat(realm.signIn().with("anna", jumpCloud.passwordOf("anna")).isSuccess())
                .isTrue();
        assertThat(realm.get("/users/" + newcomer + "/sessions").ok()).hasSize(1);
        if (!removedUsers.equals("delete")) {
            JsonNode old = realm.get("/users/" + former).ok();
            assertThat(old.path("username").asText()).isEqualTo("anna-left-" + former.substring(0, 8));
            assertThat(old.path("email").asText("")).isEmpty();
            assertThat(users.effectiveRealmRoles(old.path("username").asText())).contains("auditor");
        }
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }

    @Test
    @DisplayName(
            "the former person who comes back under another name is the same Keycloak user, enabled, with the new name")
    void formerReturns() {
        String former = users.id("anna");
        long number = jumpCloud.directory().uidNumberOf("anna");
        jumpCloud.directory().recreateUser("anna");
        SyncResult.full(federation);
        jumpCloud
                .directory()
                .addUser(StandInUser.of("anna.auer", "Anna", "Auer").with("uidNumber", Long.toString(number)));

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));

        assertThat(users.id("anna.auer")).isEqualTo(former);
        assertThat(users.get("anna.auer").path("enabled").asBoolean()).isTrue();
        assertThat(realm.signIn()
                        .with("anna.auer", jumpCloud.passwordOf("anna.auer"))
                        .isSuccess())
                .isTrue();
    }

    @Test
    @DisplayName("somebody new under the name of one who left in an earlier run gets it too")
    void leftEarlier() {
        String former = users.id("anna");
        jumpCloud.directory().removeUser("anna");
        SyncResult.full(federation);
        jumpCloud.directory().addUser(StandInUser.of("anna", "Another", "Anna"));

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 0, 0));

        assertThat(users.id("anna")).isNotEqualTo(former);
        assertThat(realm.get("/users/" + former).ok().path("username").asText()).startsWith("anna-left-");
    }
}
