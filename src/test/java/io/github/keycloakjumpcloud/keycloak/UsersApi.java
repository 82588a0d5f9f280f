package io.github.keycloakjumpcloud.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The users of a realm. Calls that name a user take the user name and fail if there is none. */
public final class UsersApi {

    private final RealmApi realm;

    UsersApi(RealmApi realm) {
        this.realm = realm;
    }

    public JsonNode list() {
        return list(Map.of("max", "100000", "briefRepresentation", "false"));
    }

    /** With any parameters of Keycloak's search: search, q, first, max, exact, … */
    public JsonNode list(Map<String, String> parameters) {
        return realm.get("/users?" + JsonHttp.query(parameters)).ok();
    }

    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        list().forEach(user -> names.add(user.path("username").asText()));
        return names;
    }

    public int count() {
        return realm.get("/users/count").ok().asInt();
    }

    /** A missing node if there is none. */
    public JsonNode byUsername(String username) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("username", username);
        query.put("exact", "true");
        query.put("briefRepresentation", "false");
        return list(query).path(0);
    }

    public String id(String username) {
        JsonNode user = byUsername(username);
        if (user.isMissingNode()) {
            throw new AssertionError("No user " + username + " in realm " + realm.name() + "; there are " + names());
        }
        return user.path("id").asText();
    }

    public JsonNode get(String username) {
        return realm.get("/users/" + id(username)).ok();
    }

    /** Including which attributes may be changed and their groups ({@code userProfileMetadata}). */
    public JsonNode withProfileMetadata(String username) {
        return realm.get("/users/" + id(username) + "?userProfileMetadata=true").ok();
    }

    /** Paths of the user's groups. */
    public Set<String> groups(String username) {
        Set<String> paths = new TreeSet<>();
        realm.get("/users/" + id(username) + "/groups?max=10000")
                .ok()
                .forEach(group -> paths.add(group.path("path").asText()));
        return paths;
    }

    public Set<String> effectiveRealmRoles(String username) {
        Set<String> roles = new TreeSet<>();
        realm.get("/users/" + id(username) + "/role-mappings/realm/composite")
                .ok()
                .forEach(role -> roles.add(role.path("name").asText()));
        return roles;
    }

    /** Brute-force status: numFailures, disabled, … */
    public JsonNode bruteForce(String username) {
        return realm.get("/attack-detection/brute-force/users/" + id(username)).ok();
    }

    /** A local user who belongs to no federation; answers the id. */
    public String createLocal(String username, String email, String password) {
        return realm.post(
                        "/users",
                        Map.of(
                                "username",
                                username,
                                "email",
                                email,
                                "firstName",
                                "Local",
                                "lastName",
                                "User",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .createdId();
    }

    public Response update(String username, Object representation) {
        return realm.put("/users/" + id(username), representation);
    }

    public Response delete(String username) {
        return realm.delete("/users/" + id(username));
    }

    public Response resetPassword(String username, String password) {
        return realm.put(
                "/users/" + id(username) + "/reset-password",
                Map.of("type", "password", "value", password, "temporary", false));
    }
}
