package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Jane Doe, signed in once and so imported, and what tests do with her. */
final class Jane {

    private Jane() {}

    static RealmApi withJane(AdminApi admin, JumpCloudStandIn jumpCloud) {
        RealmApi realm = Federations.federate(admin, jumpCloud).realm();
        assertThat(signsIn(realm, jumpCloud)).isTrue();
        return realm;
    }

    static boolean signsIn(RealmApi realm, JumpCloudStandIn jumpCloud) {
        return realm.signIn().with("jane.doe", jumpCloud.passwordOf("jane.doe")).isSuccess();
    }

    static Response change(RealmApi realm, String username, Consumer<ObjectNode> change) {
        ObjectNode user = (ObjectNode) realm.users().get(username);
        if (!user.has("attributes")) {
            user.putObject("attributes");
        }
        change.accept(user);
        return realm.put("/users/" + user.path("id").asText(), user);
    }

    static JsonNode attribute(JsonNode user, String name) {
        return attributes(user).getOrDefault(name, MissingNode.getInstance());
    }

    static Map<String, JsonNode> attributes(JsonNode user) {
        Map<String, JsonNode> attributes = new HashMap<>();
        user.path("userProfileMetadata")
                .path("attributes")
                .forEach(attribute -> attributes.put(attribute.path("name").asText(), attribute));
        return attributes;
    }
}
