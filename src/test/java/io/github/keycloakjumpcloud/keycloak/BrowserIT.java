package io.github.keycloakjumpcloud.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
final class BrowserIT {

    @Test
    void aUserReachesTheAccountConsole(KeycloakServer server) {
        RealmApi realm = server.admin().createRealm();
        realm.users().createLocal("local", "local@example.org", "right");
        try (Browser browser = Browser.open()) {
            browser.signInAtAccountConsole(server, realm.name(), "local", "wrong");
            browser.await("Invalid username or password.");

            browser.signInAtAccountConsole(server, realm.name(), "local", "right");
            browser.await("Personal info");
        }
    }

    @Test
    void theAdministratorReachesTheAdminConsole(KeycloakServer server) {
        Path picture = TestSetting.BUILD_FOLDER.path().resolve("screenshots").resolve("admin-console.png");
        try (Browser browser = Browser.open()) {
            browser.signInAtAdminConsole(server);
            browser.screenshot(picture);
        }
        assertThat(Files.exists(picture)).isTrue();
    }
}
