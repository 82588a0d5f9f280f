package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the answer of a connection test. */
final class ConnectionStages {

    private ConnectionStages() {}

    /** Everything before is well, and nothing after it was looked at. */
    static void assertFailed(JsonNode test, String name, String code) {
        assertThat(test.path("result").asText()).as(test.toString()).isEqualTo("failed");
        assertThat(stage(test, name).path("result").asText())
                .as(test.toString())
                .isEqualTo("failed");
        assertThat(stage(test, name).path("code").asText()).isEqualTo(code);
        List<String> names = names(test);
        for (JsonNode stage : test.path("stages")) {
            String other = stage.path("name").asText();
            if (names.indexOf(other) > names.indexOf(name)) {
                assertThat(stage.path("result").asText()).as(other).isEqualTo("skipped");
                assertThat(stage.path("message").asText()).isNotEmpty();
            } else if (!other.equals(name)) {
                assertThat(stage.path("result").asText()).as(other).isEqualTo("ok");
            }
        }
    }

    static void assertWarning(JsonNode test, String name, String code) {
        assertThat(test.path("result").asText()).as(test.toString()).isEqualTo("warning");
        assertThat(stage(test, name).path("result").asText()).isEqualTo("warning");
        assertThat(stage(test, name).path("code").asText()).isEqualTo(code);
    }

    static List<String> names(JsonNode test) {
        List<String> names = new ArrayList<>();
        test.path("stages").forEach(stage -> names.add(stage.path("name").asText()));
        return names;
    }

    static List<JsonNode> stages(JsonNode test, String name) {
        List<JsonNode> stages = new ArrayList<>();
        test.path("stages").forEach(stage -> {
            if (stage.path("name").asText().equals(name)) {
                stages.add(stage);
            }
        });
        return stages;
    }

    static JsonNode stage(JsonNode test, String name) {
        return stages(test, name).get(0);
    }

    static JsonNode details(JsonNode test, String name) {
        return stage(test, name).path("details");
    }
}
