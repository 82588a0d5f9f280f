package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.PagingMode;
import io.github.keycloakjumpcloud.standin.SizeLimitScope;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that shows a part of the directory only: what it shows is used, what it does not show ends nothing. */
@ExtendWith(KeycloakExtension.class)
class PartialReadIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RealmApi realm;
    private KeycloakServer server;

    @BeforeEach
    void startCompany(AdminApi admin, KeycloakServer keycloak) {
        server = keycloak;
        jumpCloud = Federations.standIn().start();
        federation = Federations.federate(admin, jumpCloud);
        realm = federation.realm();
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "a size limit without paging: those who were shown are imported, and the sync says that it failed and why")
    void partialImport() {
        limit(20);
        long mark = server.log().mark();

        SyncResult result = SyncResult.full(federation);

        // 20 entries, one of which is the reader's.
        assertThat(result).isEqualTo(new SyncResult(19, 0, 0, 1));
        assertThat(realm.users().count()).isEqualTo(19);
        assertThat(realm.users().groups("jane.doe")).contains("/Engineering");
        assertThat(server.log().since(mark))
                .contains("The server delivered 20 entries and then stopped at its size limit");
    }

    @Test
    @DisplayName(
            "a size limit without paging: changes and additions arrive, but no membership ends and nobody counts as gone")
    void partialUpdate() {
        SyncResult.full(federation);
        Set<String> before = realm.users().groups("jane.doe");
        jumpCloud
                .directory()
                .addUser(StandInUser.of("new.hire", "Nora", "New"))
                .setAttribute("jane.doe", "title", "Architect")
                .removeMember("Engineering", "jane.doe")
                .addMember("#ops", "jane.doe");
        // The stand-in shows changed entries last, so one more change keeps jane.doe within the limit.
        jumpCloud.directory().setAttribute("nora.lone", "title", "Cut off");
        limit(jumpCloud.directory().usernames().size() - 1);
        long mark = server.log().mark();

        SyncResult result = SyncResult.full(federation);

        // The second failure is the address that two users share.
        assertThat(result).isEqualTo(new SyncResult(1, 1, 0, 2));
        LocalContent local = new LocalContent(realm);
        assertThat(local.attribute("jane.doe", "jobTitle")).containsExactly("Architect");
        assertThat(realm.users().groups("jane.doe")).containsAll(before).contains("/#ops");
        assertThat(local.attribute("nora.lone", "jobTitle")).isEmpty();
        assertThat(server.log().since(mark)).doesNotContain("disable user", "leave group", "remove group");

        jumpCloud.behaviour().serverSizeLimit(0);
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 2, 0, 1));
        assertThat(realm.users().groups("jane.doe"))
                .doesNotContain("/Engineering")
                .contains("/#ops");
    }

    @Test
    @DisplayName("a size limit with paging: the whole directory arrives, in pages")
    void paged() {
        jumpCloud.behaviour().serverSizeLimit(20);
        jumpCloud.resetCounts();

        SyncResult result = SyncResult.full(federation);

        int everybody = jumpCloud.directory().usernames().size() - 2;
        assertThat(result).isEqualTo(new SyncResult(everybody, 0, 0, 1));
        assertThat(realm.users().count()).isEqualTo(everybody);
        // 45 entries or so in pages of 20; the cookie of each page is sent back with the next request.
        assertThat(jumpCloud.counts().pages())
                .isEqualTo((jumpCloud.directory().usernames().size() + 19) / 20);
        assertThat(realm.members("/Engineering")).hasSize(6);
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 0, 1));
    }

    @Test
    @DisplayName("a size limit that counts all pages together: paging does not help, and the sync says that it failed")
    void limitOverall() {
        jumpCloud.behaviour().serverSizeLimit(20).sizeLimitScope(SizeLimitScope.OVERALL);

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(19, 0, 0, 1));
    }

    @Test
    @DisplayName(
            "a connection lost in the middle of the list: what arrived is used, no membership ends, and the sync failed")
    void connectionLost() {
        SyncResult.full(federation);
        changeAndCut(-1);

        SyncResult result = SyncResult.full(federation);

        assertThat(result).isEqualTo(new SyncResult(1, 1, 0, 2));
        assertChangesArrivedAndNoMembershipEnded();
    }

    @Test
    @DisplayName(
            "a time limit in the middle of the list: what arrived is used, no membership ends, and the sync failed")
    void timeLimit() {
        SyncResult.full(federation);
        changeAndCut(3);

        SyncResult result = SyncResult.full(federation);

        assertThat(result).isEqualTo(new SyncResult(1, 1, 0, 2));
        assertChangesArrivedAndNoMembershipEnded();
    }

    /** The stand-in shows changed entries last, so one more change makes nora.lone the one who is cut off. */
    private void changeAndCut(int resultCode) {
        jumpCloud
                .directory()
                .addUser(StandInUser.of("new.hire", "Nora", "New"))
                .setAttribute("jane.doe", "title", "Architect")
                .removeMember("Engineering", "jane.doe")
                .setAttribute("nora.lone", "title", "Cut off");
        jumpCloud.behaviour().cutSearchesAfter(jumpCloud.directory().usernames().size() - 1, resultCode);
    }

    private void assertChangesArrivedAndNoMembershipEnded() {
        LocalContent local = new LocalContent(realm);
        assertThat(local.attribute("jane.doe", "jobTitle")).containsExactly("Architect");
        assertThat(local.attribute("nora.lone", "jobTitle")).isEmpty();
        assertThat(realm.users().groups("jane.doe")).contains("/Engineering");
        assertThat(realm.users().names()).contains("new.hire", "nora.lone");
    }

    private void limit(int entries) {
        jumpCloud.behaviour().serverSizeLimit(entries).paging(PagingMode.UNSUPPORTED);
    }
}
