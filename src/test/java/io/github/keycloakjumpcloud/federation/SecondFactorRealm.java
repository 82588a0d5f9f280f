package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.PlainBrowser;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SecondFactorForm;
import io.github.keycloakjumpcloud.keycloak.TestHosts;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationKind;
import io.github.keycloakjumpcloud.standin.PushAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** A realm whose JumpCloud users pass a second factor, with this project's form in its browser flow. */
final class SecondFactorRealm {

    private SecondFactorRealm() {}

    /** A stand-in whose certificate names the host of the second factor. */
    static JumpCloudStandIn.Builder standIn() {
        return Federations.standIn().certificateNames("localhost", TestHosts.SECOND_FACTOR);
    }

    /** Everybody is imported already. */
    static RealmApi create(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = admin.createRealm("{\"bruteForceProtected\":true,\"failureFactor\":10}");
        realm.addJumpCloud(Federations.settings(
                        jumpCloud,
                        Map.of("authenticationUrl", "ldaps://" + TestHosts.SECOND_FACTOR + ":" + jumpCloud.mfaPort())))
                .fullSync()
                .ok();
        SecondFactorForm.use(realm);
        realm.recordEvents();
        jumpCloud.resetCounts();
        return realm;
    }

    /** Fills the form in, sends it and stays on the page until there is an answer. */
    static PlainBrowser signIn(PlainBrowser browser, String username, String password, String code) {
        SecondFactorForm.submit(browser, username, password, code);
        awaitAnswer(browser);
        return browser;
    }

    /** Asks until the page is one that waits no more. */
    static void awaitAnswer(PlainBrowser browser) {
        Awaitility.await("an answer")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !browser.isAskedAgain() || !browser.askAgain().isAskedAgain());
    }

    /** Leaves every push on the phones. */
    static void holdPushes(JumpCloudStandIn jumpCloud) {
        jumpCloud.behaviour().push(PushAnswer.APPROVED, Duration.ofMinutes(10));
    }

    /** Approves every push, those on the phones too. */
    static void approvePushes(JumpCloudStandIn jumpCloud) {
        jumpCloud.behaviour().push(PushAnswer.APPROVED, Duration.ZERO);
    }

    /** Answered binds of users. */
    static long binds(JumpCloudStandIn jumpCloud) {
        return jumpCloud.operations().stream()
                .filter(operation -> operation.kind() == OperationKind.BIND
                        && !operation.dn().equals(jumpCloud.readerDn()))
                .count();
    }

    static int failures(RealmApi realm, String username) {
        return realm.users().bruteForce(username).path("numFailures").asInt();
    }

    /** The errors of failed sign-ins, as the event store has them. */
    static List<String> errors(RealmApi realm) {
        return StreamSupport.stream(realm.events().spliterator(), false)
                .filter(event -> event.path("type").asText().equals("LOGIN_ERROR"))
                .map(event -> event.path("error").asText())
                .toList();
    }
}
