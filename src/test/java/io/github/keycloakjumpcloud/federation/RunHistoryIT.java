package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of runs when Keycloak is restarted, on its own H2 file. */
class RunHistoryIT {

    @Test
    @DisplayName("history and reports survive a restart; a run that the stop ends leaves no lease behind")
    void restart(@TempDir Path folder) {
        KeycloakSettings settings = KeycloakSettings.named("history")
                .trusting(TestAuthority.get().pemFile())
                // The same build as that of FullExportIT; the vault is not used.
                .buildOption("db", "dev-file")
                .buildOption("vault", "file")
                .startOption(
                        "db-url",
                        "jdbc:h2:file:" + folder.resolve("keycloak") + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
        try (JumpCloudStandIn jumpCloud = FourPeople.start()) {
            String realm;
            String component;
            JsonNode run;
            String interrupted;
            try (KeycloakServer first = KeycloakServer.start(settings)) {
                FederationApi federation = Federations.federate(first.admin(), jumpCloud);
                realm = federation.realm().name();
                component = federation.id();
                RunApi runs = new RunApi(federation);
                run = runs.completed();
                jumpCloud.behaviour().latency(Duration.ofSeconds(1));
                interrupted = runs.started();
                first.stop();
            }
            jumpCloud.behaviour().reset();

            try (KeycloakServer second = KeycloakServer.start(settings)) {
                RunApi runs = new RunApi(second.admin().realm(realm).federation(component));
                assertThat(runs.ids())
                        .containsExactly(interrupted, run.path("id").asText());
                assertThat(runs.one(run.path("id").asText())).isEqualTo(run);
                assertThat(runs.state(interrupted)).isEqualTo("CANCELLED");
                assertThat(runs.start().ok().path("joined").asBoolean()).isFalse();
            }
        }
    }
}
