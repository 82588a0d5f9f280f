package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.Browser;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The panel on a provider's page, in the admin console of the provider's own realm, as an administrator of that realm sees it. */
final class ConsolePanel implements AutoCloseable {

    static final By ROOT = By.id("jumpcloud-panel");

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration OFTEN = Duration.ofMillis(100);

    private final Browser browser;
    private final String console;

    private ConsolePanel(Browser browser, String console) {
        this.browser = browser;
        this.console = console;
    }

    /** Signs in where the console has the theme {@code jumpcloud}, and opens the provider's page with the panel. */
    static ConsolePanel open(KeycloakServer server, FederationApi federation) {
        return open(server.url(), federation);
    }

    /** Likewise where the console is at this address. */
    static ConsolePanel open(String url, FederationApi federation) {
        ConsolePanel panel = signIn(url, federation.realm());
        panel.openProvider(federation);
        panel.browser.element(ROOT);
        return panel;
    }

    /** Signs in where the console has the theme {@code jumpcloud}. */
    static ConsolePanel signIn(KeycloakServer server, RealmApi realm) {
        return signIn(server.url(), realm);
    }

    private static ConsolePanel signIn(String url, RealmApi realm) {
        realm.update(Map.of("adminTheme", "jumpcloud"));
        String administrator = new Administrators(realm).forEverything();
        Browser browser = Browser.open();
        String console = url + "/admin/" + realm.name() + "/console/#/" + realm.name();
        browser.open(console);
        browser.submitLogin(administrator, Administrators.PASSWORD);
        browser.await("User federation");
        return new ConsolePanel(browser, console);
    }

    void openProvider(FederationApi federation) {
        openPage("/user-federation/jumpcloud/" + federation.id());
        browser.await("JumpCloud organization ID");
    }

    /** Another page of the console; what is on it is not waited for. */
    void openPage(String path) {
        browser.open(console + path);
    }

    ConsolePanel tab(String text) {
        browser.element(By.xpath("//*[@id='jumpcloud-panel']//button[@role='tab'][normalize-space()='" + text + "']"))
                .click();
        return this;
    }

    /** Presses a button in the panel, or in its dialog, by its text. */
    ConsolePanel press(String text) {
        browser.element(By.xpath("(//*[@id='jumpcloud-panel'] | //dialog)//button[normalize-space()='" + text + "']"))
                .click();
        return this;
    }

    /** Waits for a text in the panel. */
    ConsolePanel await(String text) {
        new WebDriverWait(browser.driver(), LIMIT, OFTEN)
                .withMessage(() -> "no \"" + text + "\" in the panel:\n" + text())
                .until(page -> text().contains(text));
        return this;
    }

    /** What the panel shows. */
    String text() {
        return String.valueOf(browser.driver()
                .executeScript("return document.getElementById('jumpcloud-panel')?.innerText ?? 'no panel'"));
    }

    /** Replaces what is in a field of the console's form. */
    ConsolePanel fill(String name, String value) {
        browser.element(By.name("config." + name)).sendKeys(Keys.chord(Keys.CONTROL, "a"), value);
        return this;
    }

    /** The field of the panel that has this label, in the tab on show. */
    WebElement field(String label) {
        return browser.element(By.xpath("//*[@id='jumpcloud-panel']//label[normalize-space()='" + label
                + "']/following::*[self::input or self::select][1]"));
    }

    /** Saves the console's form and waits for Keycloak's word that it is saved. */
    void save() {
        browser.element(By.xpath("//button[normalize-space()='Save']")).click();
        browser.await("successfully");
    }

    boolean isThere() {
        return !browser.driver().findElements(ROOT).isEmpty();
    }

    ConsolePanel picture(String name) {
        browser.driver().executeScript("document.getElementById('jumpcloud-panel').scrollIntoView()");
        browser.picture("console-panel-" + name);
        return this;
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
    }
}
