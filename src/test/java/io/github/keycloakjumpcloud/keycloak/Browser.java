package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium with a profile of its own, as Debian packages it. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path DOCUMENTED = Path.of("docs", "images");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Skips the calling test where Chromium or its driver is not installed. */
    public static Browser open() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: needs " + CHROMIUM + " and " + DRIVER + " (apt-get install chromium chromium-driver)");
        try {
            Path profile = Files.createTempDirectory("chromium-profile");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(CHROMIUM.toFile());
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1400,1000",
                    "--user-data-dir=" + profile);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(DRIVER.toFile())
                    .usingAnyFreePort()
                    .build();
            return new Browser(new ChromeDriver(service, options), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void open(String url) {
        driver.get(url);
    }

    /** Opens the account console and signs in; returns once the page behind the form is there, be it the console, an error or another form. */
    public void signInAtAccountConsole(KeycloakServer server, String realm, String username, String password) {
        open(server.url() + "/realms/" + realm + "/account/");
        submitLogin(username, password);
    }

    /** Opens the admin console as the administrator that the server was started with. */
    public void signInAtAdminConsole(KeycloakServer server) {
        open(server.url() + "/admin/master/console/");
        submitLogin(server.adminUser(), server.adminPassword());
        await("Manage realms");
    }

    /** Fills in the login form on show, whichever page asked for it. */
    public void submitLogin(String username, String password) {
        WebElement form = element(By.id("kc-form-login"));
        driver.findElement(By.id("username")).sendKeys(username);
        driver.findElement(By.id("password")).sendKeys(password);
        driver.findElement(By.id("kc-login")).click();
        new WebDriverWait(driver, LIMIT).until(page -> isGone(form));
    }

    private static boolean isGone(WebElement element) {
        try {
            return !element.isEnabled();
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            return orThrow(e, true);
        }
    }

    /** The value if the exception is only what Chromium says while it puts the next page in place. */
    private static <T> T orThrow(WebDriverException e, T value) {
        if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
            return value;
        }
        throw e;
    }

    /** The element once it is shown. */
    public WebElement element(By where) {
        return new WebDriverWait(driver, LIMIT).until(page -> page.findElements(where).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    /** Waits for a text on the page. */
    public void await(String text) {
        new WebDriverWait(driver, LIMIT)
                .withMessage(() -> "no \"" + text + "\" on " + driver.getCurrentUrl() + ":\n" + text())
                .until(page -> text().contains(text));
    }

    /** All text on show. */
    public String text() {
        try {
            return driver.findElement(By.tagName("body")).getText();
        } catch (StaleElementReferenceException e) {
            return "";
        } catch (WebDriverException e) {
            return orThrow(e, "");
        }
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void screenshot(Path png) {
        try {
            Files.createDirectories(png.toAbsolutePath().getParent());
            Files.write(png, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what is on show as {@code target/screenshots/<name>.png}; with {@code -Dpictures.renew} also for the documents, if they show this one. */
    public void picture(String name) {
        String file = name + ".png";
        screenshot(TestSetting.BUILD_FOLDER.path().resolve("screenshots").resolve(file));
        Path shown = DOCUMENTED.resolve(file);
        if (System.getProperty("pictures.renew") != null && Files.exists(shown)) {
            screenshot(shown);
        }
    }

    @Override
    public void close() {
        driver.quit();
        try {
            HardLinkTree.delete(profile);
        } catch (IOException e) {
            // Chromium's last helper process may still be writing; the system's temporary folder is cleaned by the
            // system.
            profile.toFile().deleteOnExit();
        }
    }
}
