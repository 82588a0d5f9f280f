package io.github.keycloakjumpcloud.run;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/** Reports as JSON, by Keycloak's own mapper. */
final class ReportJson {

    /** ASCII alone: not every database keeps every character in its text columns. */
    private static final ObjectWriter WRITER =
            JsonSerialization.mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private ReportJson() {}

    static String of(Object report) {
        try {
            return WRITER.writeValueAsString(report);
        } catch (IOException e) {
            throw new UncheckedIOException("A report cannot be written as JSON", e);
        }
    }

    /** How many removals wait, according to a stored report; 0 where it does not say. */
    static long heldRemovals(String report) {
        try {
            JsonNode counts =
                    JsonSerialization.mapper.readTree(report).path("held").path("counts");
            long sum = 0;
            for (JsonNode count : counts) {
                sum += count.asLong();
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException("A stored report cannot be read", e);
        }
    }

    /** The report of a run that had nothing else to say. */
    static String problem(String sentence) {
        return of(Map.of("problem", sentence));
    }
}
