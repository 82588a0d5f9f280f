package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** What an administrator does with the panel; the pictures are in {@code target/screenshots}. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("The console panel")
class ConsolePanelIT {

    private static final int USERS = 5_000;

    /** A transaction for each of them, so that there is time to look at the progress. */
    private static final String SLOWLY = "1";

    private static final Duration LIFESPAN = Duration.ofSeconds(6);

    /** Notes each text that the progress of a run shows. */
    private static final String WATCH_PROGRESS = """
            window.progressSeen = [];
            new MutationObserver(() => {
              const text = document.querySelector(".jumpcloud-running p")?.textContent;
              if (text && !window.progressSeen.includes(text)) { window.progressSeen.push(text); }
            }).observe(document.body, { childList: true, subtree: true, characterData: true });
            """;

    @Test
    @DisplayName("previews, syncs with progress, shows what is held back, has it approved, and keeps the history")
    void wholeWay(KeycloakServer server) {
        try (JumpCloudStandIn jumpCloud =
                Federations.standIn().generated(USERS, 20, 3).start()) {
            FederationApi federation =
                    Federations.federate(server.admin(), jumpCloud, Map.of("batchSizeForSync", SLOWLY));
            try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
                panel.await("There has not been a run yet.");

                panel.tab("Preview").press("Show preview").await("Create user: 5,000");
                panel.picture("preview");
                assertThat(federation.realm().users().count()).isOne();

                panel.browser().driver().executeScript(WATCH_PROGRESS);
                panel.tab("Sync").press("Sync now").await("Writing users: ");
                panel.picture("progress");
                panel.await("Users added: 5,000, changed: 0, removed: 0.");
                assertThat(progressSeen(panel))
                        .filteredOn(text -> text.startsWith("Writing users: "))
                        .isNotEmpty()
                        .allMatch(text -> text.contains(" / 5,000."));

                halve(jumpCloud);
                panel.tab("Preview")
                        .press("Show preview")
                        .await("Removals held back until somebody approves them: 2,500.");
                panel.picture("preview-held").await("Start a sync");
                panel.tab("Sync").press("Sync now").await("Removals held back until somebody approves them: 2,500.");
                panel.press("Approve these removals");
                panel.browser().await("You are about to approve 2,500 removals.");
                panel.picture("approve");
                panel.press("Approve").await("removed: 2,500.");

                panel.tab("History").await("Approval");
                panel.await("Duration");
                panel.browser().element(By.cssSelector(".jumpcloud-chart rect"));
                panel.picture("history");
                panel.tab("Status")
                        .await("ldaps://localhost:" + jumpCloud.ldapsPort())
                        .await("Works");
                panel.picture("status");
            }
            assertThat(federation.realm().users().count()).isEqualTo(USERS + 1);
        }
    }

    @Test
    @DisplayName("previews what is in the form, saved or not, and says what is wrong with it")
    void unsavedValues(KeycloakServer server) {
        try (JumpCloudStandIn jumpCloud = FourPeople.start()) {
            FederationApi federation = Federations.federate(server.admin(), jumpCloud);
            try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
                panel.fill("customUserSearchFilter", "(title=Engineer)");
                panel.tab("Preview").press("Show preview").await("Create user: 1");
                assertThat(panel.text()).contains("anna").doesNotContain("dora");

                panel.fill("customUserSearchFilter", "(title=");
                panel.press("Show preview").await("is not an LDAP filter");

                panel.fill("customUserSearchFilter", " ");
                panel.press("Show preview").await("Create user: 4");
                new Select(panel.field("What")).selectByVisibleText("Create group");
                panel.await("Shown: 2 of");
                assertThat(panel.text()).contains("Board").doesNotContain("dora");
                panel.field("Search").sendKeys("tea");
                panel.await("Shown: 1 of");
            }
        }
    }

    @Test
    @DisplayName("stays away from every other page, and has only the test for a provider that is not saved")
    void otherPages(KeycloakServer server) {
        try (JumpCloudStandIn jumpCloud = FourPeople.start()) {
            FederationApi federation = Federations.federate(server.admin(), jumpCloud);
            try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
                panel.openPage("/user-federation/ldap/new");
                panel.browser().await("Connection URL");
                assertThat(panel.isThere()).isFalse();

                panel.openPage("/users");
                panel.browser().await("Add user");
                assertThat(panel.isThere()).isFalse();

                panel.openProvider(federation);
                panel.await("History");

                panel.openPage("/user-federation/jumpcloud/new");
                panel.browser().await("JumpCloud organization ID");
                panel.await("Test now");
                assertThat(panel.text()).doesNotContain("History", "Preview");
            }
        }
    }

    @Test
    @DisplayName("asks for a new token when the console’s has expired")
    void expiredToken(KeycloakServer server) {
        try (JumpCloudStandIn jumpCloud = FourPeople.start()) {
            FederationApi federation = Federations.federate(server.admin(), jumpCloud);
            federation.realm().update(Map.of("accessTokenLifespan", LIFESPAN.toSeconds()));
            try (ConsolePanel panel = ConsolePanel.open(server, federation)) {
                panel.await("There has not been a run yet.");
                Instant expired = Instant.now().plus(LIFESPAN).plusSeconds(1);
                Awaitility.await("the console's token has expired")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> Instant.now().isAfter(expired));

                panel.tab("History").await("There has not been a run yet.");
                panel.tab("Sync").press("Sync now").await("Users added: 4");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> progressSeen(ConsolePanel panel) {
        return (List<String>) panel.browser().driver().executeScript("return window.progressSeen");
    }

    private static void halve(JumpCloudStandIn jumpCloud) {
        List<String> names = jumpCloud.directory().usernames().stream()
                .filter(name -> !name.equals(jumpCloud.readerName()))
                .toList();
        names.subList(0, names.size() / 2).forEach(jumpCloud.directory()::removeUser);
    }
}
