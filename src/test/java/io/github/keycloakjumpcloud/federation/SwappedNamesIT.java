package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInDirectory;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hundred people who pass their user names on to each other between two syncs. */
@ExtendWith(KeycloakExtension.class)
class SwappedNamesIT {

    private static final int PEOPLE = 100;

    private final JumpCloudStandIn jumpCloud = Federations.standIn().empty().start();

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    private static String name(int number) {
        return "person" + number % PEOPLE;
    }

    @Test
    @DisplayName("everybody has the new name after one sync, and is still the same Keycloak user with his roles")
    void hundredRenames(AdminApi admin) {
        StandInDirectory directory = jumpCloud.directory();
        for (int i = 0; i < PEOPLE; i++) {
            directory.addUser(StandInUser.of(name(i), "Given" + i, "Person"));
        }
        FederationApi federation = Federations.federate(admin, jumpCloud, Map.of("batchSizeForSync", "7"));
        RealmApi realm = federation.realm();
        SyncResult.full(federation);
        new LocalContent(realm).grantNewRole(name(3), "auditor");
        Map<String, String> idsBefore = idsByGivenName(realm);

        // In circles of ten: each gets the name of the next.
        for (int circle = 0; circle < PEOPLE; circle += 10) {
            directory.renameUser(name(circle + 9), "aside");
            for (int i = circle + 8; i >= circle; i--) {
                directory.renameUser(name(i), name(i + 1));
            }
            directory.renameUser("aside", name(circle));
        }

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, PEOPLE, 0, 0));

        assertThat(idsByGivenName(realm)).isEqualTo(idsBefore);
        assertThat(realm.users().get(name(4)).path("firstName").asText()).isEqualTo("Given3");
        assertThat(realm.users().effectiveRealmRoles(name(4))).contains("auditor");
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
    }

    private static Map<String, String> idsByGivenName(RealmApi realm) {
        Map<String, String> ids = new HashMap<>();
        realm.users()
                .list()
                .forEach(user ->
                        ids.put(user.path("firstName").asText(), user.path("id").asText()));
        return ids;
    }
}
