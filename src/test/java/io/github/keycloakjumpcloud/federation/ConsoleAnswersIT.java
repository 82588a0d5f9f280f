package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

@ExtendWith(KeycloakExtension.class)
@DisplayName("Questions that the console panel answers")
class ConsoleAnswersIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;

    @BeforeEach
    void federate(KeycloakServer server) {
        jumpCloud = FourPeople.start();
        federation = Federations.federate(server.admin(), jumpCloud);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("the test says stage by stage what works, of the form as it stands, and what to do about the rest")
    void test(KeycloakServer server) {
        try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
            panel.tab("Test").press("Test now").await("Everything works.");
            panel.await("days left").picture("test");

            panel.fill("bindCredential", "quite wrong").press("Test now").await("It does not work yet.");
            panel.await("Type the password again").picture("test-failed");
            assertThat(panel.text()).doesNotContain("quite wrong");
        }
        assertThat(federation.component().at("/config/bindCredential/0").asText())
                .isEqualTo("**********");
    }

    @Test
    @DisplayName("gathers facts for a bug report, of the form as it stands, to be copied")
    void facts(KeycloakServer server) {
        try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
            panel.tab("Test").press("Facts for a bug report").await("What JumpCloud has not published");

            WebElement text = panel.browser().element(By.cssSelector("#jumpcloud-panel textarea"));
            assertThat(text.getDomProperty("value"))
                    .startsWith("Facts about a JumpCloud directory")
                    .contains("criticalPaging: honoured")
                    .doesNotContain(jumpCloud.readerName(), jumpCloud.organizationId());
            assertThat(text.getDomProperty("readOnly")).isEqualTo("true");
            assertThat(Accessibility.findings(panel.browser(), "#jumpcloud-panel"))
                    .isEmpty();
            panel.press("Copy").await("The text is in the clipboard.").picture("test-facts");
        }
    }

    @Test
    @DisplayName(
            "three people cannot sign in for three reasons, and one can; a password that was typed is not left on the page")
    void explain(KeycloakServer server) {
        federation.update(Map.of("userGroups", List.of("Team"))).ok();
        try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
            panel.tab("Explain a user");
            ask(panel, "nobody", "nobody cannot sign in.", "JumpCloud shows nobody called “nobody”");
            panel.picture("explain-unknown");
            ask(panel, "cleo", "cleo cannot sign in.", "The user is in none of the required groups");
            ask(panel, jumpCloud.readerName(), "cannot sign in.", "the account with which Keycloak searches JumpCloud");
            panel.field("Password (optional)").sendKeys("wrong password");
            ask(panel, "anna", "anna cannot sign in.", "JumpCloud refuses the password");
            assertThat(panel.field("Password (optional)").getDomProperty("value"))
                    .isEmpty();
            ask(panel, "anna", "anna can sign in, as far as was tried.", "Let in as a member of Team");
            panel.picture("explain");
        }
    }

    private static void ask(ConsolePanel panel, String username, String verdict, String reason) {
        panel.field("User name or e-mail address").clear();
        panel.field("User name or e-mail address").sendKeys(username);
        panel.press("Explain").await(verdict).await(reason);
    }
}
