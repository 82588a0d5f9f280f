package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a new administrator does in the console, step by step; each leaves a picture whose name begins as given. */
final class FirstRun {

    private static final String PANEL = "#jumpcloud-panel";

    /** Keycloak's word that it has not saved, with this provider's reason. */
    private static final By NOT_SAVED = By.xpath("//*[contains(@class, 'alert-group')]"
            + "//*[contains(., 'JumpCloud refused user name or password of the LDAP reader')]");

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ConsolePanel panel;
    private final RealmApi realm;
    private final JumpCloudStandIn jumpCloud;
    private final String pictures;

    FirstRun(ConsolePanel panel, RealmApi realm, JumpCloudStandIn jumpCloud, String pictures) {
        this.panel = panel;
        this.realm = realm;
        this.jumpCloud = jumpCloud;
        this.pictures = pictures;
    }

    /** Fills in what has no default, with a wrong password, and is told so by the test and by the save. */
    FirstRun fillIn() {
        panel.openPage("/user-federation");
        panel.browser()
                .element(By.xpath("//*[normalize-space()='Add Jumpcloud providers']"))
                .click();
        panel.browser().await("JumpCloud organization ID");
        panel.await("Test now");
        panel.browser().element(By.name("name")).sendKeys("JumpCloud");
        panel.fill("organizationId", jumpCloud.organizationId());
        panel.fill("bindDn", jumpCloud.readerName());
        panel.fill("bindCredential", "mistyped");
        picture("form", "h1");

        // Only here: the stand-in is not where JumpCloud is.
        panel.fill("connectionUrl", jumpCloud.ldapsUrl()).fill("connectionTimeout", "1400");
        panel.press("Test now").await("It does not work yet.").await("Type the password again");
        pressSave();
        panel.browser().element(NOT_SAVED);
        picture("not-saved", "h1");
        return this;
    }

    /** Types the right password, tests, saves and opens what was saved. */
    FederationApi save() {
        closeMessages();
        panel.fill("bindCredential", jumpCloud.readerPassword());
        panel.press("Test now").await("Everything works.");
        picture("test", PANEL);
        panel.save();
        String id = realm.get("/components?type=org.keycloak.storage.UserStorageProvider")
                .ok()
                .path(0)
                .path("id")
                .asText();
        FederationApi federation = realm.federation(id);
        panel.openProvider(federation);
        closeMessages();
        return federation;
    }

    FirstRun preview() {
        panel.await("There has not been a run yet.");
        panel.tab("Preview").press("Show preview").await("Create user: ");
        picture("preview", PANEL);
        return this;
    }

    FirstRun sync() {
        panel.tab("Sync").press("Sync now").await("Users added: ");
        picture("sync", PANEL);
        panel.tab("History").await("Completed");
        return this;
    }

    FirstRun explain(String username) {
        panel.tab("Explain a user").field("User name or e-mail address").sendKeys(username, Keys.ENTER);
        panel.await(username + " can sign in, as far as was tried.");
        picture("explain", PANEL);
        return this;
    }

    private void pressSave() {
        panel.browser().element(By.xpath("//button[normalize-space()='Save']")).click();
    }

    /** Those of Keycloak in the corner, which stay a while and hide what is below. */
    private void closeMessages() {
        panel.browser()
                .driver()
                .executeScript("document.querySelectorAll('.pf-v5-c-alert__action button').forEach(b => b.click())");
        new WebDriverWait(panel.browser().driver(), LIMIT)
                .until(page -> page.findElements(By.cssSelector(".pf-v5-c-alert__action"))
                        .isEmpty());
    }

    private void picture(String name, String from) {
        panel.browser().driver().executeScript("document.querySelector(arguments[0]).scrollIntoView()", from);
        panel.browser().picture(pictures + name);
    }
}
