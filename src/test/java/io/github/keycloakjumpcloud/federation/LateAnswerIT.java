package io.github.keycloakjumpcloud.federation;

import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.approvePushes;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.binds;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.holdPushes;
import static io.github.keycloakjumpcloud.keycloak.SecondFactorForm.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.PlainBrowser;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
@DisplayName("A sign-in whose browser comes back when a sync has been there meanwhile")
class LateAnswerIT {

    /** What was seen of a user longer ago is not written. */
    private static final Duration STALE = Duration.ofSeconds(5);

    private final JumpCloudStandIn jumpCloud =
            SecondFactorRealm.standIn().empty().start();
    private RealmApi realm;
    private PlainBrowser browser;
    private long answered;

    @BeforeEach
    void approvePushWhileTheBrowserSleeps(AdminApi admin) {
        jumpCloud
                .directory()
                .addUser(StandInUser.of("anna", "Anna", "Auer"))
                .addUser(StandInUser.of("bert", "Bert", "Bauer"))
                .addGroup("wayk-users", "anna", "bert");
        realm = SecondFactorRealm.create(admin, jumpCloud);
        assertThat(realm.users().groups("anna")).containsExactly("/wayk-users");
        holdPushes(jumpCloud);
        browser = submit(PlainBrowser.open(realm), "anna", jumpCloud.passwordOf("anna"), "");
        approvePushes(jumpCloud);
        Awaitility.await("the answer").until(() -> binds(jumpCloud) == 1);
        answered = System.nanoTime();
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("is good, and brings back no membership that has ended")
    void membership() {
        jumpCloud.directory().removeMember("wayk-users", "anna");
        sync();
        awaitStale();

        assertThat(browser.askAgain().isSignedIn()).isTrue();
        assertThat(realm.users().groups("anna")).isEmpty();
    }

    @Test
    @DisplayName("lets nobody in who has left, and enables nobody")
    void left() {
        jumpCloud.directory().removeUser("anna");
        sync();
        awaitStale();

        assertThat(browser.askAgain().isSignedIn()).isFalse();
        assertThat(realm.users().byUsername("anna").path("enabled").asBoolean()).isFalse();
    }

    private void sync() {
        String provider = realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                .ok()
                .path(0)
                .path("id")
                .asText();
        realm.federation(provider).fullSync().ok();
    }

    private void awaitStale() {
        Awaitility.await("an old answer")
                .until(() ->
                        System.nanoTime() - answered > STALE.plusMillis(200).toNanos());
    }
}
