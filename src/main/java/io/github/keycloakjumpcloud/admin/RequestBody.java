package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the optional JSON object that a call carries. */
final class RequestBody {

    private static final int LONGEST = 100_000;

    /** With buffers that nobody uses again: a thread's own would keep the password of the last body that it read. */
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private RequestBody() {}

    /**
     * The object; an empty one where there is no body.
     *
     * <p>A stream and not a text: what a call was given stays with Keycloak's session, and Keycloak's cache of themes
     * keeps the session that first asked for one. A password in the text would stay in memory with it.
     */
    static ObjectNode read(@Nullable InputStream body) {
        if (body == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new InvalidBodyException("body_too_large", "The body is longer than " + LONGEST + " bytes.");
            }
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw malformed();
        }
    }

    /** The object in a text; an empty one where it is blank. */
    static ObjectNode parse(String body) {
        if (body.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (tree(body) instanceof ObjectNode object) {
            return object;
        }
        throw malformed();
    }

    /** A switch that may be left out. */
    static boolean flag(ObjectNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new InvalidBodyException("invalid_value", "'" + name + "' must be true or false.");
        }
        return value.asBoolean();
    }

    /** A text that may be left out. */
    static @Nullable String text(ObjectNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new InvalidBodyException("invalid_value", "'" + name + "' must be a text.");
        }
        return value.asText();
    }

    private static JsonNode tree(String body) {
        try {
            return READER.readTree(body);
        } catch (JsonProcessingException e) {
            throw malformed();
        }
    }

    /** Without the parser's words: they quote the body, in which there may be a password. */
    private static InvalidBodyException malformed() {
        return new InvalidBodyException("malformed_body", "The body is not a JSON object.");
    }
}
