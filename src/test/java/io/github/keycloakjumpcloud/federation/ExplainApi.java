package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import java.util.Map;

/** One provider's explanations by REST. */
record ExplainApi(FederationApi federation) {

    JsonNode explain(String username) {
        return federation.post("explain", Map.of("username", username)).ok();
    }

    JsonNode explain(String username, String password) {
        return federation
                .post("explain", Map.of("username", username, "password", password))
                .ok();
    }

    static JsonNode step(JsonNode explanation, String name) {
        for (JsonNode step : explanation.path("steps")) {
            if (step.path("name").asText().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("No step " + name + " in " + explanation);
    }

    /** The answer is no, for this reason at this step. */
    static void assertObstacle(JsonNode explanation, String step, String code) {
        assertThat(explanation.path("verdict").asText()).isEqualTo("cannot");
        JsonNode found = step(explanation, step);
        assertThat(found.path("result").asText()).isEqualTo("failed");
        assertThat(found.path("code").asText()).isEqualTo(code);
        assertThat(found.path("message").asText()).endsWith(".").doesNotStartWith("jumpcloud.");
    }
}
