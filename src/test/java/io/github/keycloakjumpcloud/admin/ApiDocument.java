package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The OpenAPI document that is served, taken apart. */
record ApiDocument(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    static ApiDocument load() {
        try (InputStream stream = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            return new ApiDocument(new ObjectMapper().readTree(Objects.requireNonNull(stream)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code POST /{component}/sync} and so on. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                        operations.put(name, method.getValue());
                    }
                }));
        return operations;
    }

    Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        root.at("/components/schemas").properties().forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
        return schemas;
    }

    JsonNode schema(String name) {
        return root.at("/components/schemas/" + name);
    }

    /** The node itself, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        JsonNode target = root.at(node.path("$ref").asText().substring(1));
        if (target.isMissingNode()) {
            throw new AssertionError("Nothing at " + node.path("$ref").asText());
        }
        return target;
    }

    /** The error codes of an operation: code to HTTP status. */
    Map<String, String> codes(JsonNode operation) {
        Map<String, String> codes = new TreeMap<>();
        operation.path("responses").properties().forEach(response -> resolve(response.getValue())
                .findValues("enum")
                .forEach(values -> {
                    if (!response.getKey().startsWith("2")) {
                        values.forEach(code -> codes.put(code.asText(), response.getKey()));
                    }
                }));
        return codes;
    }

    static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
