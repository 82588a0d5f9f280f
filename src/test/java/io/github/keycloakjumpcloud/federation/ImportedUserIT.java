package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("An imported user")
class ImportedUserIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    @Test
    @DisplayName(
            "LDAPReadOnlyTest: an administrator cannot change name, address or mapped attributes, the basic ones with an error; all stay as they were")
    void profileIsReadOnly(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Jane.withJane(admin, jumpCloud);
        realm.update(Map.of("editUsernameAllowed", true));
        JsonNode before = realm.users().get("jane.doe");

        List<Consumer<ObjectNode>> changes = List.of(
                user -> user.put("firstName", "Changed"),
                user -> user.put("lastName", "Changed"),
                user -> user.put("email", "changed@example.com"),
                user -> user.put("username", "changed"),
                user -> ((ObjectNode) user.path("attributes"))
                        .putArray("jobTitle")
                        .add("Changed"),
                user -> ((ObjectNode) user.path("attributes")).remove("jobTitle"),
                user -> ((ObjectNode) user.path("attributes"))
                        .putArray("LDAP_ID")
                        .add("4711"),
                user -> ((ObjectNode) user.path("attributes"))
                        .putArray("LDAP_ENTRY_DN")
                        .add("uid=tom.baker"));
        for (int i = 0; i < changes.size(); i++) {
            Response answer = Jane.change(realm, "jane.doe", changes.get(i));
            // Keycloak drops what is read-only from attributes beyond the basic ones without a word.
            if (i < 4) {
                assertThat(answer.status()).as("change " + i + ": " + answer).isBetween(400, 499);
            }
            assertThat(realm.users().get("jane.doe")).as("change " + i).isEqualTo(before);
        }
        realm.users().createLocal("other", "other@example.com", "local password");
        assertThat(realm.users().names()).containsExactlyInAnyOrder("jane.doe", "other");
    }

    @Test
    @DisplayName("LDAPReadOnlyTest: an update without a change is no error, with all fields and with few")
    void updateWithoutChange(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Jane.withJane(admin, jumpCloud);
        JsonNode before = realm.users().get("jane.doe");

        assertThat(Jane.change(realm, "jane.doe", user -> {}).status()).isEqualTo(204);
        assertThat(realm.users()
                        .update("jane.doe", realm.users().withProfileMetadata("jane.doe"))
                        .status())
                .isEqualTo(204);
        assertThat(realm.users().update("jane.doe", Map.of("enabled", true)).status())
                .isEqualTo(204);

        assertThat(realm.users().get("jane.doe")).isEqualTo(before);
        assertThat(Jane.signsIn(realm, jumpCloud)).isTrue();
    }

    @Test
    @DisplayName(
            "LDAPReadOnlyTest: Keycloak's own side is writable: other attributes, locale, required actions, groups, roles; a sync leaves it alone")
    void ownSideIsWritable(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Jane.withJane(admin, jumpCloud);
        realm.update(Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")));
        ObjectNode profile = (ObjectNode) realm.get("/users/profile").ok();
        profile.put("unmanagedAttributePolicy", "ENABLED");
        realm.put("/users/profile", profile).ok();
        String group = realm.post("/groups", Map.of("name", "local group")).createdId();
        realm.post("/roles", Map.of("name", "local role")).ok();
        String id = realm.users().id("jane.doe");

        Jane.change(realm, "jane.doe", user -> {
                    ((ObjectNode) user.path("attributes")).putArray("locale").add("de");
                    ((ObjectNode) user.path("attributes")).putArray("badge").add("4711");
                    user.putArray("requiredActions").add("UPDATE_PROFILE");
                })
                .ok();
        realm.put("/users/" + id + "/groups/" + group, null).ok();
        realm.post(
                        "/users/" + id + "/role-mappings/realm",
                        List.of(realm.get("/roles/local%20role").ok()))
                .ok();
        onlyFederation(realm).fullSync().ok();

        JsonNode user = realm.users().get("jane.doe");
        assertThat(user.path("attributes").path("locale").path(0).asText()).isEqualTo("de");
        assertThat(user.path("attributes").path("badge").path(0).asText()).isEqualTo("4711");
        assertThat(user.path("requiredActions").toString()).contains("UPDATE_PROFILE");
        assertThat(realm.users().groups("jane.doe")).contains("/local group", "/Engineering");
        assertThat(realm.users().effectiveRealmRoles("jane.doe")).contains("local role");

        realm.delete("/users/" + id + "/groups/" + group).ok();
        assertThat(realm.users().groups("jane.doe")).doesNotContain("/local group");
    }

    @Test
    @DisplayName(
            "joining or leaving an imported group by hand is refused with the place where it is done; users and members stay as they are")
    void importedGroupsByHand(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Jane.withJane(admin, jumpCloud);
        assertThat(realm.signIn()
                        .with("peter.lang", jumpCloud.passwordOf("peter.lang"))
                        .isSuccess())
                .isTrue();
        String engineering = realm.group("/Engineering").path("id").asText();
        String jane = realm.users().id("jane.doe");
        String peter = realm.users().id("peter.lang");

        Response leave = realm.delete("/users/" + jane + "/groups/" + engineering);
        Response join = realm.put("/users/" + peter + "/groups/" + engineering, null);

        assertThat(leave.status()).isEqualTo(400);
        assertThat(join.status()).isEqualTo(400);
        assertThat(join.message()).contains("Engineering", "JumpCloud Admin Portal");
        assertThat(realm.members("/Engineering")).containsExactly("jane.doe");
        // What is so already is no change.
        assertThat(realm.put("/users/" + jane + "/groups/" + engineering, null).isSuccess())
                .isTrue();
    }

    @Test
    @DisplayName("the password cannot be set in Keycloak, which says so; JumpCloud is not written to")
    void passwordIsReadOnly(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Jane.withJane(admin, jumpCloud);

        Response answer = realm.users().resetPassword("jane.doe", "New-Password-1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("account is read only");
        assertThat(realm.signIn().with("jane.doe", "New-Password-1").isSuccess())
                .isFalse();
        assertThat(Jane.signsIn(realm, jumpCloud)).isTrue();
        assertThat(jumpCloud.counts().writes()).isZero();
    }

    @Test
    @DisplayName(
            "LDAPCredentialsTest: the console lists a password that lives in JumpCloud, and none of Keycloak's own")
    void federatedCredentialListed(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Jane.withJane(admin, jumpCloud);

        JsonNode credentials = realm.get("/users/" + realm.users().id("jane.doe") + "/credentials")
                .ok();

        assertThat(credentials).hasSize(1);
        assertThat(credentials.path(0).path("type").asText()).isEqualTo("password");
        assertThat(credentials.path(0).path("federationLink").asText())
                .isEqualTo(onlyFederation(realm).id());
    }

    @Test
    @DisplayName(
            "LDAPAccountRestApiTest: the user sees a read-only profile, the password among the credentials, and cannot change the profile")
    void accountApi(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Jane.withJane(server.admin(), jumpCloud);
        String account = server.url() + "/realms/" + realm.name() + "/account";
        String token = realm.signIn()
                .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                .accessToken();

        JsonNode profile =
                PlainHttp.get(account + "/?userProfileMetadata=true", token).body();
        assertThat(profile.path("username").asText()).isEqualTo("jane.doe");
        for (String name : List.of("username", "email", "firstName", "lastName")) {
            assertThat(Jane.attribute(profile, name).path("readOnly").asBoolean())
                    .as(name)
                    .isTrue();
        }
        assertThat(profile.toString()).doesNotContain("fingerprint");
        ObjectNode changed = ((ObjectNode) profile).deepCopy();
        changed.put("firstName", "Changed");
        assertThat(PlainHttp.post(account + "/", token, changed).status()).isBetween(400, 499);
        assertThat(PlainHttp.post(account + "/", token, profile).status()).isEqualTo(204);
        assertThat(realm.users().get("jane.doe").path("firstName").asText()).isEqualTo("Jane");

        JsonNode credentials = PlainHttp.get(account + "/credentials", token).body();
        JsonNode password = null;
        for (JsonNode type : credentials) {
            if ("password".equals(type.path("type").asText())) {
                password = type;
            }
        }
        assertThat(password).as(credentials.toString()).isNotNull();
    }

    @Test
    @DisplayName(
            "LDAPReadOnlyAttributeValidationTest: an attribute that the realm's rules would refuse does not block what the user may change")
    void readOnlyAttributeDoesNotBlock(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Jane.withJane(admin, jumpCloud);
        ObjectNode profile = (ObjectNode) realm.get("/users/profile").ok();
        profile.put("unmanagedAttributePolicy", "ENABLED");
        for (JsonNode attribute : profile.path("attributes")) {
            if ("lastName".equals(attribute.path("name").asText())) {
                ((ObjectNode) attribute.path("validations"))
                        .putObject("length")
                        .put("min", 20)
                        .put("max", 50);
            }
        }
        realm.put("/users/profile", profile).ok();

        assertThat(Jane.change(realm, "jane.doe", user -> ((ObjectNode) user.path("attributes"))
                                .putArray("badge")
                                .add("4711"))
                        .status())
                .isEqualTo(204);
        assertThat(Jane.signsIn(realm, jumpCloud)).isTrue();
    }

    private static FederationApi onlyFederation(RealmApi realm) {
        return realm.federation(realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                .ok()
                .path(0)
                .path("id")
                .asText());
    }
}
