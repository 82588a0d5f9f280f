package io.github.keycloakjumpcloud.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One realm: its settings, groups, events and federations. */
public final class RealmApi {

    private final AdminApi admin;
    private final String name;

    RealmApi(AdminApi admin, String name) {
        this.admin = admin;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public AdminApi admin() {
        return admin;
    }

    public Response get(String path) {
        return admin.get(at(path));
    }

    public Response post(String path, @Nullable Object body) {
        return admin.post(at(path), body);
    }

    public Response put(String path, @Nullable Object body) {
        return admin.put(at(path), body);
    }

    public Response delete(String path) {
        return admin.delete(at(path));
    }

    /** Everything that can be called on users. */
    public UsersApi users() {
        return new UsersApi(this);
    }

    public JsonNode settings() {
        return get("").ok();
    }

    /** Changes settings of the realm, e.g. {@code update(Map.of("bruteForceProtected", true))}. */
    public void update(Map<String, ?> changes) {
        ObjectNode settings = (ObjectNode) settings();
        changes.forEach((key, value) -> settings.set(key, JsonHttp.JSON.valueToTree(value)));
        put("", settings).ok();
    }

    public void delete() {
        delete("").ok();
    }

    /** A public client with direct access grants and a code flow that may go back anywhere on this machine. */
    public String createPublicClient(String clientId) {
        return post(
                        "/clients",
                        Map.of(
                                "clientId",
                                clientId,
                                "publicClient",
                                true,
                                "directAccessGrantsEnabled",
                                true,
                                "redirectUris",
                                List.of("http://127.0.0.1/*", "http://localhost/*")))
                .createdId();
    }

    /** Adds a federation {@code jumpcloud} that must be accepted. */
    public FederationApi addJumpCloud(Map<String, List<String>> config) {
        return federation(tryAddJumpCloud(config).createdId());
    }

    /** Tries to add a federation {@code jumpcloud}; for settings that may be refused. */
    public Response tryAddJumpCloud(Map<String, List<String>> config) {
        return addComponent("jumpcloud", "jumpcloud", config);
    }

    public Response addComponent(String displayName, String providerId, Map<String, List<String>> config) {
        return post(
                "/components",
                Map.of(
                        "name", displayName,
                        "providerId", providerId,
                        "providerType", "org.keycloak.storage.UserStorageProvider",
                        "config", config));
    }

    public FederationApi federation(String componentId) {
        return new FederationApi(this, componentId);
    }

    public SignIn signIn() {
        return new SignIn(admin.baseUrl(), name, SignIn.DEFAULT_CLIENT);
    }

    /** The group with its attributes and roles; a missing node if there is none at this path. */
    public JsonNode group(String path) {
        Response found = get("/group-by-path/" + path.replaceFirst("^/", "").replace(" ", "%20"));
        return found.status() == 404 ? JsonHttp.parse("") : found.ok();
    }

    public Set<String> topLevelGroups() {
        Set<String> names = new TreeSet<>();
        get("/groups?max=10000")
                .ok()
                .forEach(group -> names.add(group.path("name").asText()));
        return names;
    }

    /** User names of a group's direct members. */
    public Set<String> members(String groupPath) {
        Set<String> names = new TreeSet<>();
        String id = group(groupPath).path("id").asText();
        get("/groups/" + id + "/members?max=100000")
                .ok()
                .forEach(user -> names.add(user.path("username").asText()));
        return names;
    }

    /** Turns user and admin events on, with their representations. */
    public void recordEvents() {
        put(
                        "/events/config",
                        Map.of(
                                "eventsEnabled",
                                true,
                                "eventsListeners",
                                List.of("jboss-logging"),
                                "enabledEventTypes",
                                List.of(),
                                "adminEventsEnabled",
                                true,
                                "adminEventsDetailsEnabled",
                                true))
                .ok();
    }

    public JsonNode events() {
        return get("/events?max=1000").ok();
    }

    public JsonNode adminEvents() {
        return get("/admin-events?max=1000").ok();
    }

    public void clearEvents() {
        delete("/events").ok();
        delete("/admin-events").ok();
    }

    public void clearUserCache() {
        post("/clear-user-cache", null).ok();
    }

    public JsonNode partialExport() {
        return post("/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .ok();
    }

    private String at(String path) {
        return "/realms/" + JsonHttp.encode(name) + path;
    }
}
