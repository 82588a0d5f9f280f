package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.config.ConfigKeys;
import io.github.keycloakjumpcloud.config.ConfigProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.ComponentRepresentation;

/** A provider's stored values with those of a form that has not been saved, merged as a save would do it. */
final class UnsavedSettings {

    private UnsavedSettings() {}

    /**
     * The values to try. What the body does not mention stays as stored, an empty list clears a value; a password that is missing, empty or
     * masked is the stored one.
     *
     * @param body {@code {"config": {key: value or list of values}}}, as in a component's representation
     */
    static Map<String, List<String>> merge(Map<String, List<String>> stored, ObjectNode body) {
        JsonNode config = body.path("config");
        if (!config.isMissingNode() && !config.isNull() && !config.isObject()) {
            throw new InvalidBodyException("invalid_value", "'config' must be an object of settings.");
        }
        Map<String, List<String>> merged = new HashMap<>(stored);
        for (ProviderConfigProperty property : ConfigProperties.list()) {
            String key = property.getName();
            if (config.hasNonNull(key)) {
                set(merged, key, values(key, config.path(key)));
            }
        }
        return merged;
    }

    private static void set(Map<String, List<String>> merged, String key, List<String> values) {
        boolean secret = key.equals(ConfigKeys.BIND_CREDENTIAL);
        if (secret && (values.isEmpty() || values.contains(ComponentRepresentation.SECRET_VALUE))) {
            return;
        }
        if (values.isEmpty()) {
            merged.remove(key);
        } else {
            merged.put(key, values);
        }
    }

    private static List<String> values(String key, JsonNode given) {
        List<String> values = new ArrayList<>();
        Iterable<JsonNode> nodes = given.isArray() ? given : List.of(given);
        for (JsonNode node : nodes) {
            if (!node.isValueNode()) {
                throw new InvalidBodyException("invalid_value", "'" + key + "' must be a value or a list of values.");
            }
            if (!node.isNull() && !node.asText().isBlank()) {
                values.add(node.asText());
            }
        }
        return values;
    }
}
