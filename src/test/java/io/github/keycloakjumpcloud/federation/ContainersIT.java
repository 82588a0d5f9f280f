package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.Backend;
import io.github.keycloakjumpcloud.keycloak.ContainerStandIn;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.OnlyOn;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak, PostgreSQL and the stand-in, each in a container of one network, none on this machine's addresses. */
@OnlyOn(value = Backend.CONTAINER, because = "it is about the network that the containers share")
@ExtendWith(KeycloakExtension.class)
@DisplayName("With everything in containers")
class ContainersIT {

    @Test
    @DisplayName("the company is imported, and its people sign in")
    void importAndSignIn(AdminApi admin) {
        try (ContainerStandIn jumpCloud = ContainerStandIn.start()) {
            FederationApi federation = admin.createRealm().addJumpCloud(settings(jumpCloud));

            assertThat(federation.fullSync().ok().path("added").asInt()).isGreaterThan(30);
            assertThat(federation
                            .realm()
                            .signIn()
                            .with("jane.doe", "jane.doe-Secret01!")
                            .isSuccess())
                    .isTrue();
            assertThat(federation
                            .realm()
                            .signIn()
                            .with("jane.doe", "jane.doe-Wrong01!")
                            .isSuccess())
                    .isFalse();
            assertThat(federation.realm().users().names()).contains("jane.doe", "tom.baker");
        }
    }

    private static Map<String, List<String>> settings(ContainerStandIn jumpCloud) {
        return Map.of(
                "connectionUrl", List.of(jumpCloud.ldapsUrl()),
                "organizationId", List.of(JumpCloudStandIn.ORGANIZATION_ID),
                "bindDn", List.of(JumpCloudStandIn.READER),
                "bindCredential", List.of(JumpCloudStandIn.READER + "-Secret01!"));
    }
}
