package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists, syncs and unknown names while JumpCloud cannot be asked. One realm for all, because nothing may change in it. */
@ExtendWith(KeycloakExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RealmApi realm;

    @BeforeAll
    void importSmallCompany(AdminApi admin) {
        jumpCloud = Federations.standIn().empty().start();
        jumpCloud
                .directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer"))
                .addUser(StandInUser.of("bert", "Bert", "Beck"))
                .addGroup("Team", "anna", "bert");
        realm = admin.createRealm();
        realm.users().createLocal("local", "local@example.org", "local-secret");
        federation = realm.addJumpCloud(Federations.settings(jumpCloud, Map.of("authenticationTimeout", "1000")));
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(2, 0, 0, 0));
    }

    /** A connection that is open when the outage comes is part of the picture. */
    @BeforeEach
    void allIsWell() {
        Outage.end(jumpCloud);
        String password = jumpCloud.passwordOf("anna");
        Awaitility.await("sign-in of anna")
                .atMost(Duration.ofSeconds(15))
                .until(() -> realm.signIn().with("anna", password).isSuccess());
    }

    @AfterAll
    void stop() {
        jumpCloud.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "UserStorageGracefulDegradationLdapTest: the list shows all users, enabled and at once, without asking JumpCloud")
    void listing(Outage outage) {
        JsonNode before = realm.users().list();
        realm.clearUserCache();
        outage.strike(jumpCloud);
        jumpCloud.resetCounts();
        long start = System.nanoTime();

        JsonNode users = realm.users().list();

        assertThat(since(start)).isLessThan(Duration.ofSeconds(2));
        assertThat(users).isEqualTo(before).hasSize(3).allMatch(user -> user.path("enabled")
                .asBoolean());
        assertThat(realm.users().list(Map.of("search", "ann"))).hasSize(1);
        assertThat(realm.users().count()).isEqualTo(3);
        assertThat(realm.members("/Team")).containsExactlyInAnyOrder("anna", "bert");
        assertThat(Federations.traffic(jumpCloud)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a sync says that it failed, and nothing has changed")
    void sync(Outage outage) {
        JsonNode before = realm.users().list();
        jumpCloud.directory().removeMember("Team", "bert").setAttribute("anna", "sn", "Adler");
        outage.strike(jumpCloud);

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(0, 0, 0, 1));
        assertThat(SyncResult.changed(federation)).isEqualTo(new SyncResult(0, 0, 0, 1));

        assertThat(realm.users().list()).isEqualTo(before);
        assertThat(realm.members("/Team")).containsExactlyInAnyOrder("anna", "bert");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "the sign-in of an unknown name ends within four seconds, and local users can sign in meanwhile and afterwards")
    void unknownName(Outage outage) {
        outage.strike(jumpCloud);
        long start = System.nanoTime();

        SignInResult unknown = realm.signIn().with("nobody.known", "secret");

        assertThat(since(start)).isLessThan(Duration.ofSeconds(4));
        assertThat(unknown.isSuccess()).isFalse();
        assertThat(realm.signIn().with("local", "local-secret").isSuccess()).isTrue();
        assertThat(realm.signIn().with("local@example.org", "local-secret").isSuccess())
                .isTrue();
        assertThat(realm.users().names()).containsExactly("anna", "bert", "local");
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
