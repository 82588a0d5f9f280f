package io.github.keycloakjumpcloud.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an administrator makes in Keycloak itself: groups, roles and attributes that JumpCloud knows nothing of. */
record LocalContent(RealmApi realm) {

    /** A top-level group; answers its id. */
    String group(String name) {
        return realm.post("/groups", Map.of("name", name)).createdId();
    }

    void join(String username, String groupId) {
        realm.put("/users/" + realm.users().id(username) + "/groups/" + groupId, null)
                .ok();
    }

    /** Creates a realm role and gives it to the user. */
    void grantNewRole(String username, String role) {
        realm.post("/roles", Map.of("name", role)).ok();
        realm.post(
                        "/users/" + realm.users().id(username) + "/role-mappings/realm",
                        List.of(realm.get("/roles/" + role).ok()))
                .ok();
    }

    /** Shows and keeps attributes that the user profile does not declare. */
    void allowUnmanagedAttributes() {
        ObjectNode profile = (ObjectNode) realm.get("/users/profile").ok();
        profile.put("unmanagedAttributePolicy", "ENABLED");
        realm.put("/users/profile", profile).ok();
    }

    /** Sets one attribute as the console does: everything else is sent back as it was read. */
    void setAttribute(String username, String name, String value) {
        ObjectNode user = (ObjectNode) realm.users().get(username);
        user.withObject("/attributes").putArray(name).add(value);
        realm.users().update(username, user).ok();
    }

    void setEnabled(String username, boolean enabled) {
        ObjectNode user = (ObjectNode) realm.users().get(username);
        user.put("enabled", enabled);
        realm.users().update(username, user).ok();
    }

    void setEmailVerified(String username) {
        ObjectNode user = (ObjectNode) realm.users().get(username);
        user.put("emailVerified", true);
        realm.users().update(username, user).ok();
    }

    /** Paths of all groups at this place. */
    Set<String> groupsBelow(String path) {
        Set<String> paths = new TreeSet<>();
        String id = realm.group(path).path("id").asText();
        realm.get("/groups/" + id + "/children?max=1000")
                .ok()
                .forEach(group -> paths.add(group.path("path").asText()));
        return paths;
    }

    /** The values of one of the user's attributes. */
    List<String> attribute(String username, String name) {
        JsonNode values = realm.users().get(username).path("attributes").path(name);
        return values.isMissingNode()
                ? List.of()
                : values.valueStream().map(JsonNode::asText).toList();
    }
}
