package io.github.keycloakjumpcloud.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import java.time.Duration;
import org.awaitility.Awaitility;

/** One sync from its start to its end, however long; Keycloak's own button waits four minutes. */
record SyncOnce(FederationApi federation) {

    private static final Duration LIMIT = Duration.ofHours(1);

    /**
     * @param report the run's, with its phases in {@code millis}
     * @param seconds from the call to the end
     */
    record Done(JsonNode report, double seconds) {

        double phase(String name) {
            return report.path("millis").path(name).asLong() / 1e3;
        }

        long count(String kind) {
            return report.path("counts").path(kind).asLong();
        }
    }

    Done run() {
        long start = System.nanoTime();
        String id = federation.post("sync", null).ok().path("id").asText();
        JsonNode run = Awaitility.await("the end of the sync")
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> federation.get("runs/" + id).ok(),
                        one -> !one.path("state").asText().equals("RUNNING"));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!run.path("state").asText().equals("COMPLETED")) {
            throw new IllegalStateException("The sync ended as " + run);
        }
        return new Done(run.path("report"), seconds);
    }
}
