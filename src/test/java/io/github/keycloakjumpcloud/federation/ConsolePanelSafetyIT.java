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

/** The panel must not harm the console, nor shut anybody out. Any removal waits for an approval here. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("The console panel")
class ConsolePanelSafetyIT {

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
    @DisplayName("that throws errors everywhere leaves the page as it is, and the page saves")
    void broken(KeycloakServer server) {
        try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
            panel.await("Last run");
            panel.browser()
                    .driver()
                    .executeScript("Element.prototype.replaceChildren = () => { throw new Error('provoked'); };"
                            + "Element.prototype.remove = () => { throw new Error('provoked'); };");
            for (String tab : List.of("Preview", "Sync", "History", "Explain a user", "Test", "Status")) {
                panel.tab(tab);
            }
            panel.tab("Preview").press("Show preview");

            panel.fill("groupsPath", "/JumpCloud").save();
        }
        assertThat(federation.component().at("/config/groupsPath/0").asText()).isEqualTo("/JumpCloud");
    }

    @Test
    @DisplayName("that fails while it looks at the console's calls lets them through")
    void brokenListener(KeycloakServer server) {
        try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
            panel.browser().driver().executeScript("""
                    const startsWith = String.prototype.startsWith;
                    window.provoked = 0;
                    String.prototype.startsWith = function (start, ...more) {
                      if (start === "Bearer ") { window.provoked += 1; throw new Error("provoked"); }
                      return startsWith.call(this, start, ...more);
                    };
                    """);

            panel.fill("groupsPath", "/JumpCloud").save();

            assertThat((Long) panel.browser().driver().executeScript("return window.provoked"))
                    .isPositive();
        }
        assertThat(federation.component().at("/config/groupsPath/0").asText()).isEqualTo("/JumpCloud");
    }

    @Test
    @DisplayName("that cannot be loaded is missed by nobody")
    void notLoaded(KeycloakServer server) {
        try (ConsolePanel panel = ConsolePanel.signIn(server, federation.realm())) {
            panel.browser().driver().executeCdpCommand("Network.enable", Map.of());
            panel.browser()
                    .driver()
                    .executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*/jumpcloud/js/view.js")));
            panel.openProvider(federation);

            panel.fill("groupsPath", "/JumpCloud").save();

            assertThat(panel.isThere()).isFalse();
        }
    }

    @Test
    @DisplayName("keeps the form, and what was typed into it, when it comes and goes")
    void comesBack(KeycloakServer server) {
        try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
            panel.fill("groupsPath", "/Typed");
            panel.browser().driver().executeScript("document.getElementById('jumpcloud-panel').remove()");

            panel.await("Last run");

            panel.save();
        }
        assertThat(federation.component().at("/config/groupsPath/0").asText()).isEqualTo("/Typed");
    }

    @Test
    @DisplayName("has no serious finding of an accessibility check")
    void accessible(KeycloakServer server) {
        jumpCloud.directory().removeUser("anna");
        new RunApi(federation).completed();
        try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
            panel.await("Last run");
            check(panel);
            panel.tab("Preview").press("Show preview").await("Removals held back");
            check(panel);
            panel.tab("Sync").press("Dry run").await("Removals held back");
            check(panel);
            panel.tab("History").await("removals held back");
            check(panel);
            panel.tab("Explain a user");
            check(panel);
            panel.tab("Test");
            check(panel);
            panel.tab("Sync").press("Approve these removals");
            assertThat(Accessibility.findings(panel.browser(), "dialog")).isEmpty();
        }
    }

    private static void check(ConsolePanel panel) {
        assertThat(Accessibility.findings(panel.browser(), "#jumpcloud-panel")).isEmpty();
    }
}
