package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.Ports;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A Keycloak whose console has a host name of its own ({@code hostname-admin}), and asks another one for sign-ins. */
@DisplayName("The console panel, where the console has a host of its own,")
class ConsoleHostIT {

    private static final Duration LIFESPAN = Duration.ofSeconds(6);

    @Test
    @DisplayName("asks for a new token when the console’s has expired")
    void expiredToken() {
        int port = Ports.free();
        // Browsers take names below localhost for this machine, and both for the same site.
        String console = "http://console.keycloak.localhost:" + port;
        KeycloakSettings settings = KeycloakSettings.named("console-host")
                .ports(port, 0)
                .trusting(TestAuthority.get().pemFile())
                .startOption("hostname", "http://sign-in.keycloak.localhost:" + port)
                .startOption("hostname-admin", console);
        try (JumpCloudStandIn jumpCloud = FourPeople.start();
                KeycloakServer server = KeycloakServer.start(settings)) {
            var federation = Federations.federate(server.admin(), jumpCloud);
            federation.realm().update(Map.of("accessTokenLifespan", LIFESPAN.toSeconds()));
            try (ConsolePanel panel = ConsolePanel.open(console, federation)) {
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
}
