package io.github.keycloakjumpcloud.federation;

import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.approvePushes;
import static io.github.keycloakjumpcloud.federation.SecondFactorRealm.holdPushes;

import io.github.keycloakjumpcloud.keycloak.Browser;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.PushAnswer;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** Makes the pictures of docs/second-factor.md, too; they are in {@code target/screenshots}. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("JumpCloud's second factor in a real browser")
class SecondFactorBrowserIT {

    private final JumpCloudStandIn jumpCloud =
            SecondFactorRealm.standIn().empty().start();
    private RealmApi realm;
    private String password;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        jumpCloud.directory().addUser(StandInUser.of("jane.doe", "Jane", "Doe"));
        password = jumpCloud.passwordOf("jane.doe");
        realm = SecondFactorRealm.create(server.admin(), jumpCloud);
        realm.update(Map.of("loginTheme", "jumpcloud", "displayName", "Example Company"));
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("a wrong code is refused, a right one lets in")
    void code(KeycloakServer server) {
        try (Browser browser = open(server)) {
            browser.await("JumpCloud one-time code (optional)");
            picture(browser, "code-field");

            type(browser, "jumpcloudCode", "654321");
            browser.submitLogin("jane.doe", password);
            browser.await("Invalid username, password or one-time code.");
            picture(browser, "wrong-code");

            type(browser, "jumpcloudCode", "123456");
            browser.submitLogin("", password);
            browser.await("Personal info");
            browser.await("Jane Doe");
        }
    }

    @Test
    @DisplayName("the page that waits goes on by itself when the push is approved")
    void push(KeycloakServer server) {
        holdPushes(jumpCloud);
        try (Browser browser = open(server)) {
            browser.submitLogin("jane.doe", password);
            browser.await("Check your phone");
            picture(browser, "push-page");

            approvePushes(jumpCloud);

            browser.await("Personal info");
        }
    }

    @Test
    @DisplayName("a push that nobody approves leads back to the form, and another one lets in")
    void unanswered(KeycloakServer server) {
        jumpCloud.behaviour().push(PushAnswer.DENIED, Duration.ofSeconds(6));
        try (Browser browser = open(server)) {
            browser.submitLogin("jane.doe", password);
            browser.await("Check your phone");
            browser.await("The push was not approved in time.");
            picture(browser, "push-not-approved");

            approvePushes(jumpCloud);
            browser.submitLogin("", password);

            browser.await("Personal info");
        }
    }

    @Test
    @DisplayName("whoever cancels is back at the form")
    void cancel(KeycloakServer server) {
        holdPushes(jumpCloud);
        try (Browser browser = open(server)) {
            browser.submitLogin("jane.doe", password);
            browser.element(By.id("jumpcloud-back")).click();

            type(browser, "jumpcloudCode", "123456");
            browser.submitLogin("", password);

            browser.await("Personal info");
        }
    }

    private Browser open(KeycloakServer server) {
        Browser browser = Browser.open();
        browser.driver().manage().window().setSize(new Dimension(900, 860));
        browser.open(server.url() + "/realms/" + realm.name() + "/account/");
        return browser;
    }

    private static void type(Browser browser, String field, String text) {
        browser.element(By.id(field)).sendKeys(text);
    }

    private static void picture(Browser browser, String name) {
        browser.picture("second-factor-" + name);
    }
}
