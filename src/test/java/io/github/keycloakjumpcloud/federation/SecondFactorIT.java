package io.github.keycloakjumpcloud.federation;

import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.approvePushes;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.awaitAnswer;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.binds;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.errors;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.failures;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.holdPushes;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.signIn;
import static io.github.keycloakjumpcloud.keycloak.SecondFactorForm.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.PlainBrowser;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.PushAnswer;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(KeycloakExtension.class)
@DisplayName("JumpCloud's second factor, in the form with a field for the code")
class SecondFactorIT {

    private static final String CODE = "123456";

    /** Later than any refusal that does not wait for somebody. */
    private static final Duration LATE = Duration.ofSeconds(6);

    private static final String FIELD = "id=\"jumpcloudCode\"";
    private static final String NOT_APPROVED = "The push was not approved in time.";
    private static final String TOO_MANY = "Too many sign-ins wait";
    private static final String UNAVAILABLE = "cannot be checked at the moment";
    private static final Map<String, String> BACK = Map.of("jumpcloudBack", "on");

    private final JumpCloudStandIn jumpCloud =
            SecondFactorRealm.standIn().empty().start();
    private RealmApi realm;
    private String password;

    @BeforeEach
    void createRealm(AdminApi admin) {
        // Detection of brute force refuses somebody's next sign-in while the last is still being put away.
        jumpCloud.directory().addUser(StandInUser.of("anna", "Anna", "Auer"));
        jumpCloud.directory().addUser(StandInUser.of("bert", "Bert", "Bauer"));
        password = jumpCloud.passwordOf("anna");
        realm = SecondFactorRealm.create(admin, jumpCloud);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("a right code lets in, in one bind and without a push")
    void rightCode() {
        assertThat(signIn(open(), "anna", password, "123 456").isSignedIn()).isTrue();

        assertThat(binds(jumpCloud)).isOne();
        assertThat(errors(realm)).isEmpty();
    }

    @Test
    @DisplayName("a wrong code is refused and counts as a wrong password does; half a code is not sent at all")
    void wrongCode() {
        PlainBrowser browser = signIn(open(), "anna", password, "12345");
        assertThat(browser.page()).contains("A one-time code has six digits.");
        assertThat(binds(jumpCloud)).isZero();

        signIn(browser, "anna", password, "654321");

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(browser.page())
                .contains("Invalid username, password or one-time code.", "value=\"anna\"")
                .doesNotContain(password);
        assertThat(binds(jumpCloud)).isOne();
        assertThat(errors(realm)).containsOnly("invalid_user_credentials");
        awaitFailures(1);
    }

    @Test
    @DisplayName("a wrong password is refused, counts, and rings nobody's phone")
    void wrongPassword() {
        holdPushes(jumpCloud);

        PlainBrowser browser = signIn(open(), "anna", "wrong", "");

        assertThat(browser.page()).contains("Invalid username or password.");
        assertThat(jumpCloud.waitingPushes()).isZero();
        assertThat(errors(realm)).containsExactly("invalid_user_credentials");
        awaitFailures(1);
    }

    @Test
    @DisplayName("a push lets in when it is approved; until then the page asks again and again, in one bind")
    void approvedPush() {
        holdPushes(jumpCloud);
        PlainBrowser browser = submit(open(), "anna", password, "");
        assertThat(browser.page()).contains("Check your phone").doesNotContain(password);
        assertThat(browser.askAgain().page()).contains("Check your phone");

        approvePushes(jumpCloud);
        awaitAnswer(browser);

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(binds(jumpCloud)).isOne();
        assertThat(failures(realm, "anna")).isZero();
        assertThat(errors(realm)).isEmpty();
    }

    @Test
    @DisplayName("a push that nobody approves is no wrong password; the form is back, and another push lets in")
    void unansweredPush() {
        jumpCloud.behaviour().push(PushAnswer.DENIED, LATE);
        PlainBrowser browser = signIn(open(), "anna", password, "");

        assertThat(browser.page()).contains(NOT_APPROVED, FIELD, "value=\"anna\"");
        assertThat(errors(realm)).containsExactly("push_not_approved");
        assertThat(failures(realm, "anna")).isZero();

        approvePushes(jumpCloud);
        assertThat(signIn(browser, "anna", password, "").isSignedIn()).isTrue();
        assertThat(binds(jumpCloud)).isEqualTo(2);
    }

    @Test
    @DisplayName("commas in a password are safe, with a code and with a push")
    void commas() {
        String odd = "one,222222,two";
        jumpCloud.directory().setPassword("anna", odd);
        jumpCloud.directory().setPassword("bert", odd);
        assertThat(signIn(open(), "anna", odd, CODE).isSignedIn()).isTrue();

        approvePushes(jumpCloud);
        assertThat(signIn(open(), "bert", odd, "").isSignedIn()).isTrue();
    }

    @Test
    @DisplayName("local users use the same form: a code is nothing to them, and JumpCloud is not asked")
    void localUser() {
        for (String name : List.of("local", "other", "third")) {
            realm.users().createLocal(name, name + "@example.org", "local-secret");
        }

        assertThat(signIn(open(), "local", "local-secret", "").isSignedIn()).isTrue();
        assertThat(signIn(open(), "other", "local-secret", CODE).isSignedIn()).isTrue();
        PlainBrowser wrong = signIn(open(), "third", "wrong", "");

        assertThat(wrong.page()).contains("Invalid username or password.", FIELD);
        assertThat(binds(jumpCloud)).isZero();
    }

    @Test
    @DisplayName("a user whom an administrator disabled is told so, approved push or not")
    void disabledUser() {
        Jane.change(realm, "anna", user -> user.put("enabled", false)).ok();
        holdPushes(jumpCloud);
        PlainBrowser browser = submit(open(), "anna", password, "");

        approvePushes(jumpCloud);
        awaitAnswer(browser);

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(browser.page()).contains("Account is disabled");
        assertThat(errors(realm)).containsExactly("user_disabled");
    }

    @Test
    @DisplayName("an outage is an error page and no wrong password")
    void outage() {
        jumpCloud.behaviour().unavailable(true);

        assertThat(signIn(open(), "anna", password, "").page()).contains(UNAVAILABLE);

        assertThat(failures(realm, "anna")).isZero();
        assertThat(errors(realm)).containsExactly("generic_authentication_error");
        jumpCloud.behaviour().reset();
        assertThat(signIn(open(), "anna", password, CODE).isSignedIn()).isTrue();
    }

    @Test
    @DisplayName(
            "a user who cannot be asked about gets an error page that does not blame JumpCloud, and no wrong password")
    void unaskableUser() {
        String component = realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                .ok()
                .path(0)
                .path("id")
                .asText();
        // As an import of users from elsewhere leaves them: linked, but without the DN.
        Map<String, ?> user = Map.of("username", "linked", "enabled", true, "federationLink", component);
        realm.post("/partialImport", Map.of("users", List.of(user))).ok();

        assertThat(signIn(open(), "linked", "secret", "").page())
                .contains(UNAVAILABLE)
                .doesNotContain("JumpCloud does not answer");

        assertThat(failures(realm, "linked")).isZero();
        assertThat(errors(realm)).containsExactly("generic_authentication_error");
    }

    @Test
    @DisplayName("a user's phone rings for three browsers at most; going back or starting anew frees the place")
    void placesOfUser() {
        List<PlainBrowser> browsers = threeWaiting();
        assertThat(submit(open(), "anna", password, "").page()).contains(TOO_MANY);

        PlainBrowser back = browsers.get(0).submit(BACK);
        assertThat(back.page()).contains(FIELD, "value=\"anna\"");
        assertThat(submit(back, "anna", password, "").isAskedAgain()).isTrue();
        assertThat(submit(open(), "anna", password, "").page()).contains(TOO_MANY);

        assertThat(browsers.get(1).restart().page()).contains(FIELD);
        assertThat(submit(open(), "anna", password, "").isAskedAgain()).isTrue();
    }

    @Test
    @DisplayName(
            "a browser that asks no more frees its place, too; should it ask after all, it is told to sign in again")
    void closedBrowser() {
        List<PlainBrowser> browsers = threeWaiting();

        Awaitility.await("a free place")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> submit(open(), "anna", password, "").isAskedAgain());

        assertThat(browsers.get(0).askAgain().page()).contains("was not followed to its end", FIELD);
        assertThat(errors(realm)).containsOnly("generic_authentication_error");
        assertThat(signIn(browsers.get(0), "anna", password, CODE).isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jumpcloud", "keycloak.v2", "keycloak"})
    @DisplayName("every theme shows the form and the page that waits")
    void themes(String theme) {
        realm.update(Map.of("loginTheme", theme, "rememberMe", true, "resetPasswordAllowed", true));
        holdPushes(jumpCloud);
        PlainBrowser browser = open();
        assertThat(browser.page()).contains(FIELD, "JumpCloud one-time code (optional)");
        assertThat(browser.page().contains("css/jumpcloud.css")).isEqualTo(theme.equals("jumpcloud"));

        assertThat(submit(browser, "anna", password, "").page())
                .contains("Check your phone", "id=\"jumpcloud-back\"", "Ask again now");
    }

    private PlainBrowser open() {
        return PlainBrowser.open(realm);
    }

    private List<PlainBrowser> threeWaiting() {
        holdPushes(jumpCloud);
        List<PlainBrowser> browsers = List.of(open(), open(), open());
        for (PlainBrowser browser : browsers) {
            assertThat(submit(browser, "anna", password, "").isAskedAgain()).isTrue();
        }
        return browsers;
    }

    /** Keycloak counts failures a moment after it has answered. */
    private void awaitFailures(int count) {
        Awaitility.await("failures").atMost(Duration.ofSeconds(20)).until(() -> failures(realm, "anna") == count);
    }
}
