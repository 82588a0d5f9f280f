package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("The profile of an imported user")
class ImportedProfileIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    @Test
    @DisplayName(
            "LDAPUserProfileTest: what comes from JumpCloud is shown read-only, the identity among the metadata, the fingerprint not at all")
    void profileMetadata(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Jane.withJane(admin, jumpCloud);

        JsonNode user = realm.users().withProfileMetadata("jane.doe");
        Map<String, JsonNode> shown = Jane.attributes(user);

        for (String name : List.of("username", "email", "firstName", "lastName", "jobTitle", "department", "company")) {
            assertThat(shown).containsKey(name);
            assertThat(Jane.attribute(user, name).path("readOnly").asBoolean())
                    .as(name)
                    .isTrue();
        }
        for (String name : List.of("LDAP_ID", "LDAP_ENTRY_DN")) {
            assertThat(Jane.attribute(user, name).path("readOnly").asBoolean())
                    .as(name)
                    .isTrue();
            assertThat(Jane.attribute(user, name).path("group").asText()).isEqualTo("user-metadata");
            assertThat(user.path("attributes").path(name).path(0).asText()).isNotEmpty();
        }
        assertThat(shown).doesNotContainKey("jumpcloud.fingerprint");
        assertThat(user.path("attributes").has("jumpcloud.fingerprint")).isFalse();
        assertThat(user.path("attributes").path("department").path(0).asText()).isEqualTo("R&D");
    }

    @Test
    @DisplayName("LDAPUserProfileTest: local users of the same realm stay writable and carry no JumpCloud attributes")
    void localUsersStayWritable(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Jane.withJane(admin, jumpCloud);
        realm.update(Map.of("editUsernameAllowed", true));
        realm.users().createLocal("local", "local@example.com", "local password");

        JsonNode local = realm.users().withProfileMetadata("local");
        Jane.attributes(local).forEach((name, attribute) -> assertThat(
                        attribute.path("readOnly").asBoolean())
                .as(name)
                .isFalse());
        assertThat(Jane.attributes(local)).doesNotContainKeys("LDAP_ID", "LDAP_ENTRY_DN");

        assertThat(Jane.change(realm, "local", user -> user.put("firstName", "Changed"))
                        .status())
                .isEqualTo(204);
        assertThat(realm.users().resetPassword("local", "another password").status())
                .isEqualTo(204);
    }
}
