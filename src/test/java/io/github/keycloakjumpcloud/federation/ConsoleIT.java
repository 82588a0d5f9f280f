package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.Browser;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.TestedKeycloak;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandInExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@ExtendWith(KeycloakExtension.class)
@DisplayName("In the browser")
class ConsoleIT {

    @RegisterExtension
    static final JumpCloudStandInExtension JUMPCLOUD = JumpCloudStandInExtension.with(Federations::reachable);

    @Test
    @DisplayName("a JumpCloud user signs in at the account console and sees the own name")
    void accountConsole(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(server.admin(), jumpCloud);
        try (Browser browser = Browser.open()) {
            browser.signInAtAccountConsole(
                    server, federation.realm().name(), "jane.doe@example.com", jumpCloud.passwordOf("jane.doe"));
            browser.await("Personal info");
            browser.await("Jane Doe");
        }
    }

    @Test
    @DisplayName("the provider's page shows every field with its label and saves a change, the password untouched")
    void providerPage(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(server.admin(), jumpCloud);
        try (Browser browser = Browser.open()) {
            openProviderPage(server, browser, federation);
            for (String label : new String[] {
                "JumpCloud organization ID",
                "LDAP reader",
                "Password of the LDAP reader",
                "LDAP servers",
                "Test when saving",
                "Required user groups",
                "Further attributes",
                "Batch size",
                "Periodic full sync",
                "Cache policy"
            }) {
                browser.await(label);
            }
            assertThat(translated(browser.text())).doesNotContain("jumpcloud.").doesNotContain(".label");
            browser.picture("provider");

            WebElement groupsPath = browser.element(
                    By.xpath("//label[normalize-space()='Parent of imported groups']/following::input[1]"));
            groupsPath.sendKeys(Keys.chord(Keys.CONTROL, "a"), "/JumpCloud");
            browser.element(By.xpath("//button[normalize-space()='Save']")).click();
            browser.await("successfully");
        }
        assertThat(federation.component().at("/config/groupsPath/0").asText()).isEqualTo("/JumpCloud");
        // The stored password survived the console's form.
        assertThat(federation.fullSync().ok().path("added").asInt()).isGreaterThan(30);
    }

    @Test
    @DisplayName(
            "“Sync all users” with JumpCloud unreachable counts a failure; the words around the number are Keycloak’s own")
    void failedSync(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(server.admin(), jumpCloud);
        jumpCloud.stopListening();
        try (Browser browser = Browser.open()) {
            openProviderPage(server, browser, federation);
            browser.element(By.xpath("//button[normalize-space()='Action']")).click();
            browser.element(By.xpath("//button[normalize-space()='Sync all users']"))
                    .click();
            browser.await("0 users added, 0 users updated, 0 users removed, 1 users failed.");
        }
    }

    @Test
    @DisplayName(
            "with the stock theme there is no panel; a save asks JumpCloud and says what is wrong, and “Sync all users” syncs")
    void stockTheme(KeycloakServer server, JumpCloudStandIn jumpCloud) {
        FederationApi federation = Federations.federate(server.admin(), jumpCloud);
        try (Browser browser = Browser.open()) {
            openProviderPage(server, browser, federation);
            assertThat(browser.driver().findElements(ConsolePanel.ROOT)).isEmpty();
            assertThat(browser.driver().getPageSource()).doesNotContain("jumpcloud/js/");

            browser.element(By.name("config.bindCredential")).sendKeys(Keys.chord(Keys.CONTROL, "a"), "quite wrong");
            browser.element(By.xpath("//button[normalize-space()='Save']")).click();
            browser.await("Type the password again");

            // The message lies over the button.
            browser.driver().navigate().refresh();
            browser.await("JumpCloud organization ID");
            browser.element(By.xpath("//button[normalize-space()='Action']")).click();
            browser.element(By.xpath("//button[normalize-space()='Sync all users']"))
                    .click();
            browser.await(" users added, 0 users updated, 0 users removed, ");
        }
        assertThat(federation.realm().users().count()).isGreaterThan(30);
    }

    /** Up to 26.5 the console does not translate the name of a list of pairs on its button, whosever it is. */
    private static String translated(String page) {
        return TestedKeycloak.isAtLeast("26.6") ? page : page.replace("Add jumpcloud.attributeMappings.label", "");
    }

    private static void openProviderPage(KeycloakServer server, Browser browser, FederationApi federation) {
        browser.signInAtAdminConsole(server);
        browser.open(server.url() + "/admin/master/console/#/"
                + federation.realm().name() + "/user-federation/jumpcloud/" + federation.id());
        // The console does not always notice a change of realm in the address alone.
        browser.driver().navigate().refresh();
        browser.await("JumpCloud organization ID");
    }
}
