package io.github.keycloakjumpcloud.federation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** One provider's runs by REST. */
record RunApi(FederationApi federation) {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    Response start() {
        return federation.post("sync", null);
    }

    Response startDry() {
        return federation.post("sync", Map.of("dryRun", true));
    }

    /** Starts a run and gives its id. */
    String started() {
        return start().ok().path("id").asText();
    }

    Response cancel(String run) {
        return federation.post("runs/" + run + "/cancel", null);
    }

    Response approve(String run) {
        return federation.post("runs/" + run + "/approve", null);
    }

    JsonNode one(String run) {
        return federation.get("runs/" + run).ok();
    }

    String state(String run) {
        return one(run).path("state").asText();
    }

    List<String> ids() {
        List<String> ids = new ArrayList<>();
        federation.get("runs").ok().forEach(run -> ids.add(run.path("id").asText()));
        return ids;
    }

    /** Waits for the end of a run and gives it. */
    JsonNode ended(String run) {
        Awaitility.await("end of run " + run)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !state(run).equals("RUNNING"));
        return one(run);
    }

    /** Starts a run and waits for its end. */
    JsonNode completed() {
        return ended(started());
    }
}
