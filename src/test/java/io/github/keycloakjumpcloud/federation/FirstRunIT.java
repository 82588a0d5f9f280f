package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** The way of {@code docs/first-run.md}, whose pictures it takes. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("The first run")
class FirstRunIT {

    private RealmApi realm;

    @BeforeEach
    void realm(KeycloakServer server) {
        realm = server.admin().createRealm("{\"realm\": \"example\"}");
    }

    @AfterEach
    void delete() {
        realm.delete();
    }

    @Test
    @DisplayName("leads from the empty form to people who sign in")
    void wholeWay(KeycloakServer server) {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start();
                ConsolePanel panel = ConsolePanel.signIn(server, realm)) {
            panel.openPage("/realm-settings/themes");
            panel.browser().await("Admin theme");
            panel.browser().element(By.xpath("//button[normalize-space()='jumpcloud']"));
            panel.browser().picture("first-run-theme");

            FirstRun steps = new FirstRun(panel, realm, jumpCloud, "first-run-");
            FederationApi federation = steps.fillIn().save();
            steps.preview().sync().explain("jane.doe");

            assertThat(federation.realm().users().names()).contains("jane.doe");
            assertThat(realm.signIn()
                            .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                            .isSuccess())
                    .isTrue();
        }
    }
}
