package io.github.keycloakjumpcloud.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keycloak's admin REST as one administrator sees it. Paths are relative to {@code /admin}. */
public final class AdminApi {

    private static final String UNIQUE = "test-";

    private final String baseUrl;
    private final @Nullable AdminToken token;
    private final Duration limit;

    AdminApi(String baseUrl, String username, String password) {
        this(baseUrl, new AdminToken(baseUrl, "master", username, password), JsonHttp.LIMIT);
    }

    private AdminApi(String baseUrl, @Nullable AdminToken token, Duration limit) {
        this.baseUrl = baseUrl;
        this.token = token;
        this.limit = limit;
    }

    /** The same calls, each of which may take so long. */
    public AdminApi waiting(Duration longer) {
        return new AdminApi(baseUrl, token, longer);
    }

    /** The same calls as somebody of the given realm, by direct grant on its {@code admin-cli}. */
    public AdminApi as(String realm, String username, String password) {
        return new AdminApi(baseUrl, new AdminToken(baseUrl, realm, username, password), limit);
    }

    /** The same calls without a token. */
    public AdminApi anonymous() {
        return new AdminApi(baseUrl, null, limit);
    }

    public String baseUrl() {
        return baseUrl;
    }

    public Response get(String path) {
        return call("GET", path, null);
    }

    /** The body is anything that Jackson writes, or JSON text. */
    public Response post(String path, @Nullable Object body) {
        return call("POST", path, body);
    }

    public Response put(String path, @Nullable Object body) {
        return call("PUT", path, body);
    }

    public Response delete(String path) {
        return call("DELETE", path, null);
    }

    /** The providers that the server knows for an SPI, as Server info shows them; for ours: {@code providers("storage")}. */
    public JsonNode providers(String spi) {
        return get("/serverinfo").ok().path("providers").path(spi).path("providers");
    }

    /** Deletes the realms that were given unique names; fails at the first that Keycloak refuses to delete. */
    public void deleteUniqueRealms() {
        for (JsonNode realm : get("/realms?briefRepresentation=true").ok()) {
            String name = realm.path("realm").asText();
            if (name.startsWith(UNIQUE)) {
                delete("/realms/" + name).ok();
            }
        }
    }

    /** A new realm with a unique name, everybody's defaults and a client for {@link RealmApi#signIn}. */
    public RealmApi createRealm() {
        return createRealm("{}");
    }

    /** A new realm from JSON; the name is made unique if it is left out. */
    public RealmApi createRealm(String json) {
        ObjectNode realm = (ObjectNode) JsonHttp.parse(json);
        if (!realm.has("realm")) {
            realm.put("realm", UNIQUE + UUID.randomUUID().toString().substring(0, 8));
        }
        if (!realm.has("enabled")) {
            realm.put("enabled", true);
        }
        if (!realm.has("components")) {
            realm.set("components", JsonHttp.JSON.valueToTree(RealmKeys.components()));
        }
        post("/realms", realm).ok();
        RealmApi created = realm(realm.path("realm").asText());
        created.createPublicClient(SignIn.DEFAULT_CLIENT);
        return created;
    }

    public RealmApi realm(String name) {
        return new RealmApi(this, name);
    }

    private Response call(String method, String path, @Nullable Object body) {
        Map<String, String> headers = token == null ? Map.of() : Map.of("Authorization", "Bearer " + token.value());
        return JsonHttp.send(method, baseUrl + "/admin" + path, headers, body, limit);
    }
}
