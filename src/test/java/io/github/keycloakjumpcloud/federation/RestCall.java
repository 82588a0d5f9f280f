package io.github.keycloakjumpcloud.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the provider's own calls, as its OpenAPI document describes it; {@code OpenApiTest} sees to it that no method is missing there.
 *
 * @param method in upper case
 * @param path as in the document, e.g. {@code /{component}/status}
 * @param rights all of them are needed
 * @param wish what the body must hold; {@code null} where none is read
 * @param settings whether the body may hold unsaved settings
 */
record RestCall(
        String method,
        String path,
        List<String> rights,
        @Nullable Map<String, String> wish,
        boolean settings) {

    private static final String DOCUMENT = "/io/github/keycloakjumpcloud/admin/openapi.json";

    /** Every call. */
    static Stream<RestCall> all() {
        JsonNode document = document();
        List<RestCall> calls = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().has("operationId")) {
                        calls.add(of(document, path.getKey(), operation.getKey(), operation.getValue()));
                    }
                }));
        if (calls.size() < 11) {
            throw new AssertionError("The document lost calls: " + calls);
        }
        return calls.stream();
    }

    /** Those on one provider. */
    static Stream<RestCall> onProvider() {
        return all().filter(call -> call.path.contains("{component}"));
    }

    /** Those on one run. */
    static Stream<RestCall> onRun() {
        return all().filter(call -> call.path.contains("{run}"));
    }

    /** Those that read a body. */
    static Stream<RestCall> withBody() {
        return all().filter(call -> call.wish != null);
    }

    private static RestCall of(JsonNode document, String path, String method, JsonNode operation) {
        List<String> rights = new ArrayList<>();
        operation.path("x-rights").forEach(right -> rights.add(right.asText()));
        String name = operation
                .at("/requestBody/content/application~1json/schema/$ref")
                .asText();
        Map<String, String> wish = null;
        if (!name.isEmpty()) {
            wish = new TreeMap<>();
            for (JsonNode field : document.at(name.substring(1)).path("required")) {
                wish.put(field.asText(), "anna");
            }
        }
        return new RestCall(method.toUpperCase(Locale.ROOT), path, rights, wish, name.endsWith("UnsavedSettings"));
    }

    private static JsonNode document() {
        try (InputStream document = RestCall.class.getResourceAsStream(DOCUMENT)) {
            return new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether more than looking is needed. */
    boolean isMoreThanLooking() {
        return !rights.equals(List.of("view-realm"));
    }

    /** The call on this provider in this realm, by whoever the API stands for, with what it cannot do without. */
    Response on(AdminApi api, String realm, String component, String run) {
        return on(api, realm, component, run, wish == null || wish.isEmpty() ? null : wish);
    }

    /** The call with this body. */
    Response on(AdminApi api, String realm, String component, String run, @Nullable Object body) {
        String place = "/realms/" + realm + "/jumpcloud"
                + path.replace("{component}", component).replace("{run}", run);
        return method.equals("GET") ? api.get(place) : api.post(place, body);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
