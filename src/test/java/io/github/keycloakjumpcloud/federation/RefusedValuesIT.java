package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values that the realm's user profile or the database refuses: each costs only itself and is reported with what to do. */
@ExtendWith(KeycloakExtension.class)
class RefusedValuesIT {

    private JumpCloudStandIn jumpCloud;
    private KeycloakServer server;
    private FederationApi federation;
    private RealmApi realm;
    private LocalContent local;

    @BeforeEach
    void startSmallCompany(AdminApi admin, KeycloakServer keycloak) {
        server = keycloak;
        jumpCloud = Federations.standIn().empty().start();
        jumpCloud
                .directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer").with("title", "Clerk"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"));
        federation = Federations.federate(admin, jumpCloud);
        realm = federation.realm();
        local = new LocalContent(realm);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "a user name that is too long for the database costs that user and nobody else; short ones and brackets come in")
    void username() {
        String tooLong = "x".repeat(256);
        jumpCloud
                .directory()
                .addUser(StandInUser.of(tooLong, "Xaver", "Young"))
                .addUser(StandInUser.of("a(b)", "Al (Ext)", "Bo"));
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(3, 0, 0, 1));

        assertThat(realm.users().names()).containsExactly("a(b)", "anna", "bert");
        assertThat(realm.users().get("a(b)").path("firstName").asText()).isEqualTo("Al (Ext)");
        assertThat(realm.signIn().with("a(b)", jumpCloud.passwordOf("a(b)")).isSuccess())
                .isTrue();
        assertThat(server.log().since(mark)).contains("uid=" + tooLong).contains("cannot be imported");
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 0, 1));
    }

    @Test
    @DisplayName("a known user whose new name is too long for Keycloak stays as he is, and has not left")
    void rename() {
        SyncResult.full(federation);
        String id = realm.users().id("anna");
        String tooLong = "a".repeat(256);
        jumpCloud.directory().renameUser("anna", tooLong);

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 0, 1));

        assertThat(realm.users().id("anna")).isEqualTo(id);
        assertThat(realm.users().get("anna").path("enabled").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("a value that the user profile refuses costs that attribute; it comes when the profile takes it")
    void attribute() {
        limitJobTitle(10);
        jumpCloud.directory().setAttribute("anna", "title", "Director of Everything");
        long mark = server.log().mark();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(2, 0, 0, 1));

        assertThat(local.attribute("anna", "jobTitle")).isEmpty();
        assertThat(server.log().since(mark))
                .contains(
                        "its attribute 'jobTitle' is refused by the realm's user profile (validator 'length' {max=10})");
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 0, 1));
        limitJobTitle(100);
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 1, 0, 0));
        assertThat(local.attribute("anna", "jobTitle")).containsExactly("Director of Everything");
    }

    @Test
    @DisplayName(
            "an address and a first name that are too long for the database leave the user without them, at a first sign-in too")
    void emailAndName() {
        jumpCloud
                .directory()
                .setAttribute("anna", "mail", "a".repeat(250) + "@example.com")
                .setAttribute("anna", "givenName", "G".repeat(256));

        // Keycloak asks for what is missing, which this way of signing in cannot answer; the user is there all the
        // same.
        realm.signIn().with("anna", jumpCloud.passwordOf("anna"));

        assertThat(realm.users().get("anna").path("email").isMissingNode()).isTrue();
        assertThat(realm.users().get("anna").path("firstName").isMissingNode()).isTrue();
        assertThat(realm.users().get("anna").path("lastName").asText()).isEqualTo("Auer");
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 0, 0));
    }

    @Test
    @DisplayName("a value with U+0000 costs that attribute, several values where the profile takes one as well")
    void characters() {
        limitJobTitle(100);
        jumpCloud.directory().setAttribute("anna", "title", "Clerk", "Driver").setAttribute("bert", "title", "Cl\0erk");

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(2, 0, 0, 2));

        assertThat(local.attribute("anna", "jobTitle")).isEmpty();
        assertThat(local.attribute("bert", "jobTitle")).isEmpty();
    }

    private void limitJobTitle(int longest) {
        ObjectNode profile = (ObjectNode) realm.get("/users/profile").ok();
        var attributes = profile.withArray("attributes");
        for (int i = attributes.size() - 1; i >= 0; i--) {
            if (attributes.get(i).path("name").asText().equals("jobTitle")) {
                attributes.remove(i);
            }
        }
        ObjectNode title = attributes.addObject().put("name", "jobTitle");
        title.putObject("validations").putObject("length").put("max", longest);
        title.putObject("permissions").putArray("view").add("admin").add("user");
        realm.put("/users/profile", profile).ok();
    }
}
