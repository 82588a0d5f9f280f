package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Any removal waits for an approval here. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("With the keyboard alone, in the console panel")
class ConsolePanelKeyboardIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;

    @BeforeEach
    void importEverybody(KeycloakServer server) {
        jumpCloud = FourPeople.start();
        federation = Federations.federate(
                server.admin(), jumpCloud, Map.of("removalLimitPercent", "0", "removalLimitMinimum", "0"));
        new RunApi(federation).completed();
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("removals that a sync holds back are approved")
    void approve(KeycloakServer server) {
        jumpCloud.directory().removeUser("anna");
        try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
            Keyboard keyboard = new Keyboard(panel);
            keyboard.goTo("Status").type(Keys.HOME, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
            assertThat(keyboard.focused()).isEqualTo("Sync");
            keyboard.goTo("Sync now").type(Keys.ENTER);
            panel.await("Removals held back until somebody approves them: 1.");
            keyboard.goTo("Approve these removals").type(Keys.ENTER);
            assertThat(keyboard.focused()).isEqualTo("Cancel");
            keyboard.type(Keys.ESCAPE);
            assertThat(keyboard.focused()).isEqualTo("Approve these removals");
            keyboard.type(Keys.ENTER).goTo("Approve").type(Keys.ENTER);
            panel.await("removed: 1.");
            assertThat(keyboard.focused()).isEqualTo("Sync now");
        }
    }

    @Test
    @DisplayName("the connection is tested, and the details of a stage are opened")
    void test(KeycloakServer server) {
        try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
            Keyboard keyboard = new Keyboard(panel);
            keyboard.goTo("Status").type(Keys.HOME);
            assertThat(keyboard.focused()).isEqualTo("Test");
            keyboard.goTo("Test now").type(Keys.ENTER);
            panel.await("Everything works.");
            assertThat(keyboard.focused()).isEqualTo("Test now");
            assertThat(panel.text()).doesNotContain("Addresses");
            keyboard.goTo("Details").type(Keys.ENTER);
            panel.await("Addresses");
        }
    }

    @Test
    @DisplayName("a user is explained")
    void explain(KeycloakServer server) {
        try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
            Keyboard keyboard = new Keyboard(panel);
            keyboard.goTo("Status").type(Keys.ARROW_LEFT);
            assertThat(keyboard.focused()).isEqualTo("Explain a user");
            keyboard.goTo("User name or e-mail address").type("anna", Keys.TAB);
            assertThat(keyboard.focused()).isEqualTo("Password (optional)");
            keyboard.goTo("Explain").type(Keys.ENTER);
            panel.await("anna can sign in, as far as was tried.");
            assertThat(keyboard.focused()).isEqualTo("Explain");
        }
    }
}
