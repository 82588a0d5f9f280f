package io.github.keycloakjumpcloud.federation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.UsersApi;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an administrator sees of a federation: its settings, each user with id, link and attributes, each user's groups and roles. */
record RealmPicture(
        JsonNode settings,
        Map<String, JsonNode> users,
        Map<String, Set<String>> groups,
        Map<String, Set<String>> roles) {

    static RealmPicture of(FederationApi federation) {
        UsersApi api = federation.realm().users();
        Map<String, JsonNode> users = new TreeMap<>();
        Map<String, Set<String>> groups = new TreeMap<>();
        Map<String, Set<String>> roles = new TreeMap<>();
        for (String name : api.names()) {
            users.put(name, api.get(name));
            groups.put(name, api.groups(name));
            roles.put(name, api.effectiveRealmRoles(name));
        }
        return new RealmPicture(federation.component().path("config"), users, groups, roles);
    }
}
