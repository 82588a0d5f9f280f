package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.PagingMode;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However badly a read goes wrong: nobody is removed whom nobody has approved. Sixty people, all of them in one group. */
@ExtendWith(KeycloakExtension.class)
class GuardIT {

    private static final int PEOPLE = 60;

    private final JumpCloudStandIn jumpCloud = Federations.standIn().empty().start();
    private FederationApi federation;
    private RealmApi realm;
    private KeycloakServer server;

    @BeforeEach
    void importEverybody(AdminApi admin, KeycloakServer keycloak) {
        server = keycloak;
        for (int i = 0; i < PEOPLE; i++) {
            jumpCloud.directory().addUser(StandInUser.of(name(i), "Person", "P" + i % 10));
        }
        jumpCloud.directory().addGroup("All", names(0, PEOPLE));
        federation = Federations.federate(admin, jumpCloud);
        realm = federation.realm();
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(PEOPLE, 0, 0, 0));
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    private static String name(int number) {
        return "person" + number;
    }

    private static String[] names(int from, int to) {
        String[] names = new String[to - from];
        for (int i = from; i < to; i++) {
            names[i - from] = name(i);
        }
        return names;
    }

    private void leave(int from, int to) {
        for (String name : names(from, to)) {
            jumpCloud.directory().removeUser(name);
        }
    }

    private void nobodyIsGone() {
        assertThat(realm.users().list())
                .filteredOn(user -> user.path("username").asText().startsWith("person"))
                .hasSize(PEOPLE)
                .allSatisfy(user -> {
                    assertThat(user.path("enabled").asBoolean()).isTrue();
                    assertThat(user.path("attributes").has("jumpcloud.departed"))
                            .isFalse();
                });
        assertThat(realm.members("/All")).contains(names(0, PEOPLE));
    }

    private void isHeld(String why) {
        long mark = server.log().mark();
        assertThat(SyncResult.full(federation).removed()).isZero();
        assertThat(server.log().since(mark)).contains("removals wait, because", why, "Approve plan ");
        nobodyIsGone();
    }

    @Test
    @DisplayName("a fifth of the users is disabled, one more and nobody is; newcomers come in all the same")
    void limit() {
        leave(0, 13);
        jumpCloud.directory().addUser(StandInUser.of("new.hire", "Nora", "New").inGroups("All"));

        isHeld("13 of 60 users would be removed");
        assertThat(realm.users().names()).contains("new.hire");
        assertThat(realm.members("/All")).contains("new.hire");

        jumpCloud.directory().addUser(StandInUser.of("person60", "Person", "P0").inGroups("All"));
        federation.update(Map.of("removalLimitPercent", List.of("22"))).ok();
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(1, 0, 13, 0));
    }

    @Test
    @DisplayName("where other settings make an id somebody else's, nobody gets that account before an approval")
    void otherIdentities() {
        String victim = realm.users().id("person0");
        String stranger = realm.users().id("person1");
        String id = String.valueOf(jumpCloud.directory().uidNumberOf("person0"));
        jumpCloud.directory().setAttribute("person1", "employeeNumber", id);
        federation
                .update(Map.of("uuidLDAPAttribute", List.of("employeeNumber")))
                .ok();

        isHeld("settings that decide who is found");

        assertThat(realm.users().id("person0")).isEqualTo(victim);
        assertThat(realm.users().id("person1")).isEqualTo(stranger);
    }

    @Test
    @DisplayName("an emptied ou=Users removes nobody: empty, or with a single user left")
    void emptied() {
        leave(1, PEOPLE);
        isHeld("59 of 60 users");

        leave(0, 1);
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 0, 1));
        nobodyIsGone();

        // Somebody else's directory: everybody is new, and none of the known is there.
        federation.update(Map.of("removalLimitPercent", List.of("100"))).ok();
        jumpCloud.directory().addUser(StandInUser.of("stranger", "Some", "Stranger"));
        isHeld("all 60 users would be removed");
    }

    @Test
    @DisplayName("half of the directory missing removes nobody, be it deleted, disabled or kept")
    void halved() {
        leave(0, PEOPLE / 2);

        for (String fate : List.of("disable", "delete", "keep")) {
            federation.update(Map.of("removedUsers", List.of(fate))).ok();
            isHeld("30 of 60 users");
        }
    }

    @Test
    @DisplayName("a size limit removes nobody")
    void sizeLimit() {
        jumpCloud.behaviour().serverSizeLimit(50).paging(PagingMode.UNSUPPORTED);

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 0, 1));

        nobodyIsGone();
    }

    @Test
    @DisplayName("a filter edited by mistake removes nobody, and corrected leaves everything as it was")
    void filter() {
        federation.update(Map.of("customUserSearchFilter", List.of("(sn=P1)"))).ok();
        isHeld("settings that decide who is found");

        federation.update(Map.of("customUserSearchFilter", List.of(""))).ok();
        assertThat(SyncResult.full(federation)).isEqualTo(SyncResult.NOTHING);
        nobodyIsGone();
    }

    @Test
    @DisplayName("a connection cut at every tenth entry of a read removes nobody")
    void cut() {
        for (int entries = 0; entries <= PEOPLE; entries += 10) {
            jumpCloud.behaviour().cutSearchesAfter(entries, -1);

            assertThat(SyncResult.full(federation).removed())
                    .as("after %d", entries)
                    .isZero();

            nobodyIsGone();
        }
    }

    @Test
    @DisplayName("a group that vanishes, or loses most of its members, keeps them all")
    void group() {
        for (String name : names(0, 13)) {
            jumpCloud.directory().removeMember("All", name);
        }
        isHeld("'All' (13 of 60)");

        jumpCloud.directory().removeGroup("All");
        isHeld("'All' (60 of 60)");
    }
}
