package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs as an administrator starts and watches them, on one node. */
@ExtendWith(KeycloakExtension.class)
class RunsIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private RunApi runs;

    @BeforeEach
    void federate(AdminApi admin) {
        jumpCloud = FourPeople.start();
        federation = Federations.federate(admin, jumpCloud);
        runs = new RunApi(federation);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("a sync by REST answers at once with the run's id and place, and the run can be watched to its end")
    void start() {
        Response answer = runs.start();

        String id = answer.body().path("id").asText();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("joined").asBoolean()).isFalse();
        assertThat(answer.location()).endsWith("/jumpcloud/" + federation.id() + "/runs/" + id);
        JsonNode run = runs.ended(id);
        assertThat(run.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(run.path("trigger").asText()).isEqualTo("REST");
        assertThat(run.path("requestedBy").asText()).isNotEmpty();
        assertThat(run.path("result").path("added").asInt()).isEqualTo(4);
        assertThat(run.path("finished").asLong())
                .isGreaterThanOrEqualTo(run.path("started").asLong());
        assertThat(run.path("report").isObject()).isTrue();
        assertThat(federation.realm().users().names()).containsExactly("anna", "bert", "cleo", "dora");
    }

    @Test
    @DisplayName("starting again while a run is under way gives that run, by REST and by Keycloak's button")
    void pressedTwice() throws Exception {
        jumpCloud.behaviour().latency(Duration.ofSeconds(1));
        String first = runs.started();

        Response second = runs.start();
        CompletableFuture<Response> button = CompletableFuture.supplyAsync(federation::fullSync);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body().path("id").asText()).isEqualTo(first);
        assertThat(second.body().path("joined").asBoolean()).isTrue();
        // The button waited for that run and shows its numbers.
        assertThat(SyncResult.of(button.get(60, TimeUnit.SECONDS))).isEqualTo(new SyncResult(4, 0, 0, 0));
        assertThat(runs.ids()).containsExactly(first);
    }

    @Test
    @DisplayName("Keycloak's button, pressed while a dry run is under way, syncs when that has ended")
    void duringDryRun() {
        jumpCloud.behaviour().latency(Duration.ofSeconds(1));
        String dry = runs.startDry().ok().path("id").asText();

        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(4, 0, 0, 0));

        assertThat(runs.ids()).hasSize(2).endsWith(dry);
        assertThat(federation.realm().users().names()).containsExactly("anna", "bert", "cleo", "dora");
    }

    @Test
    @DisplayName("Keycloak's buttons leave a run in the history")
    void button() {
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(4, 0, 0, 0));
        assertThat(SyncResult.changed(federation)).isEqualTo(SyncResult.NOTHING);

        JsonNode history = federation.get("runs").ok();
        assertThat(history).hasSize(2);
        assertThat(history).allMatch(run -> run.path("trigger").asText().equals("BUTTON"));
        // The newest one first, without the reports.
        assertThat(history.path(0).path("result").path("added").asInt()).isZero();
        assertThat(history.path(1).path("result").path("added").asInt()).isEqualTo(4);
        assertThat(history).noneMatch(run -> run.has("report"));
    }

    @Test
    @DisplayName("Keycloak's timer leaves runs in the history, and nobody who asked for them")
    void timer() {
        federation.update(Map.of("fullSyncPeriod", List.of("1"))).ok();

        Awaitility.await("two periodic runs")
                .atMost(Duration.ofSeconds(60))
                .until(() -> runs.ids().size() >= 2);

        // Keycloak notes the last sync in the component that is being changed here; one of the two loses.
        Awaitility.await("the timer is off")
                .atMost(Duration.ofSeconds(60))
                .until(() -> federation
                                .update(Map.of("fullSyncPeriod", List.of("-1")))
                                .status()
                        < 300);
        JsonNode run = federation.get("runs").ok().path(0);
        assertThat(run.path("trigger").asText()).isEqualTo("TIMER");
        assertThat(run.has("requestedBy")).isFalse();
        assertThat(federation
                        .component()
                        .path("config")
                        .path("lastSync_FULL")
                        .path(0)
                        .asLong(0))
                .isZero();
    }

    @Test
    @DisplayName("a run that cannot read the directory has failed, and its report says why")
    void failed() {
        jumpCloud.stopListening();

        JsonNode run = runs.completed();

        assertThat(run.path("state").asText()).isEqualTo("FAILED");
        assertThat(run.path("result").path("failed").asInt()).isEqualTo(1);
        assertThat(run.path("report").path("problem").asText()).contains("cannot be reached");
    }

    @Test
    @DisplayName("the history keeps the last 20 runs")
    void history() {
        String first = runs.started();
        runs.ended(first);
        for (int i = 0; i < 20; i++) {
            runs.completed();
        }

        assertThat(runs.ids()).hasSize(20).doesNotContain(first);
        assertThat(federation.get("runs/" + first).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("what has ended cannot be cancelled, and what holds nothing back cannot be approved")
    void tooLate() {
        String run = runs.started();
        runs.ended(run);

        assertThat(runs.cancel(run).status()).isEqualTo(409);
        assertThat(runs.cancel(run).error()).isEqualTo("not_running");
        assertThat(runs.approve(run).status()).isEqualTo(409);
        assertThat(runs.approve(run).error()).isEqualTo("nothing_held");
    }

    @Test
    @DisplayName("starting and cancelling leave admin events; looking does not")
    void adminEvents() {
        federation.realm().recordEvents();
        jumpCloud.behaviour().latency(Duration.ofMillis(500));

        String run = runs.started();
        runs.cancel(run).ok();
        runs.ended(run);

        List<JsonNode> events = new ArrayList<>();
        federation.realm().adminEvents().forEach(event -> {
            if (event.path("operationType").asText().equals("ACTION")) {
                events.add(event);
            }
        });
        assertThat(events)
                .hasSize(2)
                .allMatch(event -> event.path("representation").asText().contains(run))
                .anyMatch(event -> event.path("resourcePath").asText().endsWith("/sync"))
                .anyMatch(event -> event.path("resourcePath").asText().endsWith("/cancel"));
    }
}
