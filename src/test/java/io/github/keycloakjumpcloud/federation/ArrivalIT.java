package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.StandInUser;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
class ArrivalIT {

    @Test
    @DisplayName(
            "whoever signs in for the first time while a sync reads the directory is neither a conflict nor one who left")
    void duringSync(AdminApi admin) {
        try (JumpCloudStandIn jumpCloud = FourPeople.start()) {
            FederationApi federation = Federations.federate(admin, jumpCloud);
            RunApi runs = new RunApi(federation);
            runs.completed();
            jumpCloud.directory().addUser(StandInUser.of("newcomer", "New", "Comer"));
            jumpCloud.behaviour().latency(Duration.ofSeconds(1));
            long searches = jumpCloud.counts().searches();
            String run = runs.started();
            Awaitility.await("the users are read, the groups not yet")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> jumpCloud.counts().searches() > searches);

            jumpCloud.behaviour().latency(Duration.ZERO);
            assertThat(federation
                            .realm()
                            .signIn()
                            .with("newcomer", jumpCloud.passwordOf("newcomer"))
                            .isSuccess())
                    .isTrue();
            String id = federation.realm().users().id("newcomer");

            JsonNode ended = runs.ended(run);
            assertThat(ended.path("state").asText()).isEqualTo("COMPLETED");
            assertThat(ended.path("result").path("failed").asInt()).isZero();
            assertThat(ended.path("result").path("removed").asInt()).isZero();
            assertThat(federation.realm().users().id("newcomer")).isEqualTo(id);
            assertThat(federation
                            .realm()
                            .users()
                            .get("newcomer")
                            .path("enabled")
                            .asBoolean())
                    .isTrue();
        }
    }
}
