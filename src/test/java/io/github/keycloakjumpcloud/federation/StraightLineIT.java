package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
class StraightLineIT {

    @Test
    @DisplayName("an administrator adds the provider, syncs, and a JumpCloud user signs in")
    void straightLine(AdminApi admin) {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start()) {
            FederationApi federation = Federations.federate(admin, jumpCloud);
            RealmApi realm = federation.realm();

            JsonNode result = federation.fullSync().ok();

            assertThat(result.path("added").asInt()).isGreaterThan(30);
            assertThat(realm.users().names()).contains("jane.doe").doesNotContain(jumpCloud.readerName());
            assertThat(realm.users().groups("jane.doe")).isNotEmpty();
            assertThat(realm.signIn()
                            .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                            .isSuccess())
                    .isTrue();
            assertThat(realm.signIn().with("jane.doe", "wrong").errorDescription())
                    .isEqualTo("Invalid user credentials");
        }
    }
}
