package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@ExtendWith(KeycloakExtension.class)
@DisplayName("The console panel in the dark mode")
class ConsolePanelDarkIT {

    private static final Map<String, Object> DARK =
            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark")));

    /** What WCAG asks of signs; axe does not look at single characters. */
    private static final double VISIBLE = 3;

    /** The contrast of each result's sign with the page. */
    private static final String SIGNS = """
            const channel = (c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
            const luminance = (rgb) => {
              const [r, g, b] = rgb.match(/\\d+/g).slice(0, 3).map((c) => channel(Number(c)));
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const page = document.querySelector("main section.pf-v5-c-page__main-section");
            const behind = luminance(getComputedStyle(page).backgroundColor);
            return [...document.querySelectorAll(".jumpcloud-sign")].map((sign) => {
              const own = luminance(getComputedStyle(sign).color);
              return (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05);
            });
            """;

    @Test
    @DisplayName("has no serious finding of an accessibility check, contrast included")
    void readable(KeycloakServer server) {
        try (JumpCloudStandIn jumpCloud = FourPeople.start()) {
            FederationApi federation = Federations.federate(
                    server.admin(), jumpCloud, Map.of("removalLimitPercent", "0", "removalLimitMinimum", "0"));
            RunApi runs = new RunApi(federation);
            runs.completed();
            runs.completed();
            jumpCloud.directory().removeUser("anna");
            runs.completed();
            try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
                panel.browser().driver().executeCdpCommand("Emulation.setEmulatedMedia", DARK);
                panel.browser().element(By.cssSelector("html.pf-v5-theme-dark"));

                check(panel.await("Last run"), "status");
                check(panel.tab("Test").press("Test now").await("Everything works."), "test");
                panel.fill("bindCredential", "quite wrong").press("Test now").await("It does not work yet.");
                check(panel, "test-failed");
                assertThat(contrastOfSigns(panel)).isNotEmpty().allSatisfy(contrast -> assertThat(
                                contrast.doubleValue())
                        .isGreaterThan(VISIBLE));
                check(panel.tab("Explain a user"), "explain");
                check(panel.tab("History").await("removals held back").await("Changes"), "history");
                check(panel.tab("Sync").press("Dry run").await("Removals held back"), "sync");
                panel.press("Approve these removals");
                panel.picture("dark-approve");
                assertThat(Accessibility.findings(panel.browser(), "dialog")).isEmpty();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Number> contrastOfSigns(ConsolePanel panel) {
        return (List<Number>) panel.browser().driver().executeScript(SIGNS);
    }

    private static void check(ConsolePanel panel, String name) {
        panel.picture("dark-" + name);
        assertThat(Accessibility.findings(panel.browser(), "#jumpcloud-panel"))
                .as(name)
                .isEmpty();
    }
}
