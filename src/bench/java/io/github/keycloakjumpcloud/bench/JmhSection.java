package io.github.keycloakjumpcloud.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What JMH measured last ({@code mvn -Pjmh}); nothing if it did not. */
record JmhSection(Path file) {

    String text() {
        if (!Files.exists(file)) {
            return "";
        }
        try {
            MarkdownTable table =
                    new MarkdownTable(2, "benchmark", "parameters", "score", "error", "unit", "allocated");
            for (JsonNode result : new ObjectMapper().readTree(file.toFile())) {
                table.row(row(result));
            }
            return "\n## Planner and fingerprint alone\n\nBy JMH (`mvn -Pjmh`), in memory: no Keycloak, no directory, no database.\n\n"
                    + table.text();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static List<String> row(JsonNode result) {
        String name = result.path("benchmark").asText();
        JsonNode metric = result.path("primaryMetric");
        JsonNode allocated = result.path("secondaryMetrics").path("gc.alloc.rate.norm");
        List<String> parameters = new ArrayList<>();
        result.path("params")
                .properties()
                .forEach(one ->
                        parameters.add(one.getKey() + " " + one.getValue().asText()));
        return List.of(
                name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                String.join(", ", parameters),
                number(metric.path("score").asDouble()),
                "± " + number(metric.path("scoreError").asDouble()),
                metric.path("scoreUnit").asText(),
                allocated.isMissingNode()
                        ? "–"
                        : Numbers.whole(allocated.path("score").asDouble()) + " B");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.3f", value);
    }
}
