package io.github.keycloakjumpcloud.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One federation component of a realm, with Keycloak's own calls and those of this project. */
public final class FederationApi {

    private final RealmApi realm;
    private final String id;

    FederationApi(RealmApi realm, String id) {
        this.realm = realm;
        this.id = id;
    }

    public String id() {
        return id;
    }

    public RealmApi realm() {
        return realm;
    }

    public JsonNode component() {
        return realm.get("/components/" + id).ok();
    }

    /** Changes some settings and leaves the others; an empty list clears one. */
    public Response update(Map<String, List<String>> changes) {
        ObjectNode component = (ObjectNode) component();
        ObjectNode config = (ObjectNode) component.path("config");
        changes.forEach((key, values) -> config.set(key, JsonHttp.JSON.valueToTree(values)));
        return realm.put("/components/" + id, component);
    }

    public Response delete() {
        return realm.delete("/components/" + id);
    }

    public Response fullSync() {
        return userStorage("/sync?action=triggerFullSync");
    }

    public Response changedSync() {
        return userStorage("/sync?action=triggerChangedUsersSync");
    }

    public Response removeImportedUsers() {
        return userStorage("/remove-imported-users");
    }

    public Response unlinkUsers() {
        return userStorage("/unlink-users");
    }

    /** GET below this component's own REST, e.g. {@code status}, {@code runs}. */
    public Response get(String path) {
        return realm.get("/jumpcloud/" + id + "/" + path);
    }

    /** POST below this component's own REST, e.g. {@code test}, {@code preview}, {@code sync}. */
    public Response post(String path, @Nullable Object body) {
        return realm.post("/jumpcloud/" + id + "/" + path, body);
    }

    private Response userStorage(String call) {
        return realm.post("/user-storage/" + id + call, null);
    }
}
