package io.github.keycloakjumpcloud.federation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes users of a realm who may administer parts of it. */
final class Administrators {

    /** It holds all others. */
    private static final String EVERYTHING = "realm-admin";

    static final String PASSWORD = "secret";

    private final RealmApi realm;
    private final String clientId;

    Administrators(RealmApi realm) {
        this.realm = realm;
        this.clientId = realm.get("/clients?clientId=realm-management")
                .ok()
                .path(0)
                .path("id")
                .asText();
    }

    /** A new user with these roles of {@code realm-management}. */
    AdminApi with(List<String> roles) {
        return realm.admin().as(realm.name(), named(roles), PASSWORD);
    }

    /** A new user who may do everything in the realm, by name; the password is {@link #PASSWORD}. */
    String forEverything() {
        return named(List.of(EVERYTHING));
    }

    private String named(List<String> roles) {
        String name = "admin-" + UUID.randomUUID().toString().substring(0, 8);
        String id = realm.users().createLocal(name, name + "@example.org", PASSWORD);
        List<JsonNode> granted = new ArrayList<>();
        available().forEach(role -> {
            if (roles.contains(role.path("name").asText())) {
                granted.add(role);
            }
        });
        realm.post("/users/" + id + "/role-mappings/clients/" + clientId, granted)
                .ok();
        return name;
    }

    /** Every single role, without those that hold the one that is left out. */
    List<String> allRolesBut(String lacking) {
        // Who may manage may also view.
        List<String> left = List.of(EVERYTHING, lacking, lacking.replace("view-", "manage-"));
        List<String> names = new ArrayList<>();
        available().forEach(role -> names.add(role.path("name").asText()));
        names.removeAll(left);
        return names;
    }

    private JsonNode available() {
        return realm.get("/clients/" + clientId + "/roles").ok();
    }
}
