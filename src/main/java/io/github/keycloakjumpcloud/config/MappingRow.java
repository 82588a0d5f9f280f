package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of the console's table of keys and values.
 *
 * @param key left column
 * @param value right column
 */
record MappingRow(String key, String value) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a table. The console stores one text with a JSON array of {@code {"key": …, "value": …}}. Files written by people also hold a JSON
     * object, or {@code key=value} texts.
     */
    static List<MappingRow> parse(String configKey, String text) {
        if (!text.startsWith("[") && !text.startsWith("{")) {
            int sign = text.indexOf('=');
            return List.of(sign < 0 ? new MappingRow(text, "") : of(text.substring(0, sign), text.substring(sign + 1)));
        }
        try {
            return rows(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new InvalidValueException("jumpcloud.config.mappingsUnreadable", label(configKey), quoted(text));
        }
    }

    /** The console's text for a table. */
    static String write(List<MappingRow> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts cannot be written as JSON", e);
        }
    }

    private static List<MappingRow> rows(JsonNode node) {
        List<MappingRow> rows = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(row ->
                    rows.add(of(row.path("key").asText(""), row.path("value").asText(""))));
        } else {
            node.properties()
                    .forEach(row -> rows.add(of(row.getKey(), row.getValue().asText(""))));
        }
        return rows;
    }

    private static MappingRow of(String key, String value) {
        return new MappingRow(key.strip(), value.strip());
    }
}
