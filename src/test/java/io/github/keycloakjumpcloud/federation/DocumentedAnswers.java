package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers beside what an OpenAPI document says of them: all fields are described, of the right type, and those that must be there are. */
record DocumentedAnswers(JsonNode document) {

    /** Checks the answer of a call, e.g. {@code /{component}/status}, {@code get}, {@code 200}. */
    void check(String path, String method, String status, JsonNode answer) {
        JsonNode response = resolve(
                document.path("paths").path(path).path(method).path("responses").path(status));
        assertThat(response.isMissingNode())
                .as(method + " " + path + " " + status)
                .isFalse();
        check(path, response.at("/content/application~1json/schema"), answer);
    }

    private void check(String where, JsonNode described, JsonNode value) {
        JsonNode schema = resolve(described);
        if (schema.has("oneOf")) {
            assertThat(schema.path("oneOf"))
                    .as(where + ": " + value)
                    .anySatisfy(alternative -> check(where, alternative, value));
            return;
        }
        schema.path("allOf").forEach(part -> check(where, part, value));
        checkType(where, schema, value);
        if (schema.has("enum")) {
            assertThat(schema.path("enum")).as(where).contains(value);
        }
        schema.path("required").forEach(name -> assertThat(value.has(name.asText()))
                .as(where + "." + name.asText())
                .isTrue());
        boolean closed = schema.has("required");
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            if (!property.isMissingNode()) {
                check(where + "." + field.getKey(), property, field.getValue());
            } else if (!others.isMissingNode()) {
                check(where + "." + field.getKey(), others, field.getValue());
            } else {
                assertThat(closed)
                        .as(where + "." + field.getKey() + " is not described")
                        .isFalse();
            }
        });
        if (schema.has("items")) {
            value.forEach(item -> check(where + "[]", schema.path("items"), item));
        }
    }

    private static void checkType(String where, JsonNode schema, JsonNode value) {
        boolean fits =
                switch (schema.path("type").asText()) {
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    default -> true;
                };
        assertThat(fits).as(where + " is " + value).isTrue();
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
