package io.github.keycloakjumpcloud.federation;

import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.awaitAnswer;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.binds;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.failures;
import static io.github.keycloakjumpcloud.keycloak.SecondFactorForm.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.PlainBrowser;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A refusal counts once, for the one whose password was tried, whatever the browser does meanwhile. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("A wrong password that JumpCloud refuses only while the page waits")
class UncollectedRefusalIT {

    /** Longer than a request waits for an answer, and shorter than a look-up may take. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final JumpCloudStandIn jumpCloud =
            SecondFactorRealm.standIn().empty().start();
    private RealmApi realm;

    @BeforeEach
    void createRealm(AdminApi admin) {
        jumpCloud.directory().addUser(StandInUser.of("anna", "Anna", "Auer"));
        jumpCloud.directory().addUser(StandInUser.of("bert", "Bert", "Bauer"));
        realm = SecondFactorRealm.create(admin, jumpCloud);
        realm.update(Map.of("resetPasswordAllowed", true));
        jumpCloud.behaviour().latency(SLOW);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("counts, and once, although the browser never asks for the answer")
    void neverAsked() {
        PlainBrowser browser = submit(PlainBrowser.open(realm), "anna", "wrong", "");
        assertThat(browser.page()).contains("If your password is right");
        assertThat(browser.isAskedAgain()).isTrue();

        awaitFailure("anna");
        // Too late: it is settled.
        assertThat(browser.askAgain().page()).contains("was not followed to its end");
        awaitNextFailure(browser);
    }

    @Test
    @DisplayName(
            "counts for whom it was tried, although another name was given as that of a forgotten password meanwhile")
    void forgottenPassword() {
        PlainBrowser browser = PlainBrowser.open(realm);
        URI forgotten = browser.link("reset-credentials");
        URI back = browser.link("authenticate");
        assertThat(submit(browser, "anna", "wrong", "").isAskedAgain()).isTrue();

        browser.visit(forgotten).submit(Map.of("username", "bert"));
        browser.visit(back);
        awaitAnswer(browser);

        assertThat(browser.page()).contains("Invalid username or password.", "value=\"anna\"");
        awaitFailure("anna");
        assertThat(failures(realm, "bert")).isZero();
    }

    /** Whatever else the first one had brought about would have been counted before this one. */
    private void awaitNextFailure(PlainBrowser browser) {
        jumpCloud.behaviour().latency(Duration.ZERO);
        submit(browser, "anna", "wrong again", "");
        awaitAnswer(browser);
        Awaitility.await("the next failure").atMost(Duration.ofSeconds(20)).until(() -> failures(realm, "anna") > 1);
        assertThat(failures(realm, "anna")).isEqualTo(2);
        assertThat(binds(jumpCloud)).isEqualTo(2);
    }

    private void awaitFailure(String username) {
        Awaitility.await("a failure of " + username)
                .atMost(Duration.ofSeconds(90))
                .until(() -> failures(realm, username) == 1);
    }
}
