package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
@DisplayName("The status of a provider")
class StatusIT {

    private JumpCloudStandIn first;
    private JumpCloudStandIn second;
    private FederationApi federation;

    @BeforeEach
    void federate(AdminApi admin) {
        first = FourPeople.start();
        second = FourPeople.start();
        Map<String, List<String>> settings = Federations.settings(first);
        settings.put("connectionUrl", List.of(first.ldapsUrl(), second.ldapsUrl()));
        federation = admin.createRealm().addJumpCloud(settings);
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    @DisplayName(
            "names servers in their order, counts connections, shows the last run and when the next is due, and asks nobody")
    void works() {
        long start = Instant.now().toEpochMilli();
        federation.update(Map.of("changedSyncPeriod", List.of("3600"))).ok();
        assertThat(federation
                        .realm()
                        .signIn()
                        .with("anna", first.passwordOf("anna"))
                        .isSuccess())
                .isTrue();
        federation.fullSync().ok();
        OperationCounts before = first.counts();

        JsonNode status = status();

        assertThat(status.path("servers")).hasSize(4);
        JsonNode search = status.path("servers").path(0);
        assertThat(search.path("server").asText()).isEqualTo(first.ldapsUrl());
        assertThat(search.path("purpose").asText()).isEqualTo("search");
        assertThat(search.path("state").asText()).isEqualTo("works");
        assertThat(search.path("idleConnections").asInt()).isEqualTo(1);
        assertThat(search.path("busyConnections").asInt()).isZero();
        assertThat(status.path("servers").path(1).path("server").asText()).isEqualTo(second.ldapsUrl());
        assertThat(status.path("servers").path(2).path("purpose").asText()).isEqualTo("sign-in");
        assertThat(status.path("lastRun").path("state").asText()).isEqualTo("COMPLETED");
        assertThat(status.path("nextSync").asLong()).isBetween(start + 3_590_000, start + 3_900_000);
        assertThat(first.counts().minus(before).roundTrips()).isZero();
    }

    @Test
    @DisplayName("says which server failed, and that it works again once it answers")
    void failed() {
        first.stopListening();
        first.dropConnections();
        assertThat(federation
                        .realm()
                        .signIn()
                        .with("anna", second.passwordOf("anna"))
                        .isSuccess())
                .isTrue();

        assertThat(status().path("servers").path(0).path("state").asText()).isEqualTo("failed");
        assertThat(status().path("servers").path(1).path("state").asText()).isEqualTo("works");

        first.startListening();
        Awaitility.await("the first server's return")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        status().path("servers").path(0).path("state").asText().equals("works"));
    }

    private JsonNode status() {
        return federation.get("status").ok();
    }
}
