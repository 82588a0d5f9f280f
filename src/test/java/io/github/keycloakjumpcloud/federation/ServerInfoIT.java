package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationCounts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page "Server info" tells, and whom. */
@ExtendWith(KeycloakExtension.class)
class ServerInfoIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;

    @BeforeEach
    void federate(AdminApi admin) {
        jumpCloud = FourPeople.start();
        federation = Federations.federate(admin, jumpCloud);
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }

    @Test
    @DisplayName("an administrator of the realm sees version, last sync and servers, without a request to JumpCloud")
    void own() {
        AdminApi realmAdmin = new Administrators(federation.realm()).with(List.of("query-users"));
        assertThat(info(realmAdmin).path("jumpcloud: last sync").asText()).isEqualTo("none yet");

        federation.fullSync().ok();
        OperationCounts before = jumpCloud.counts();
        JsonNode info = info(realmAdmin);

        assertThat(info.path("version").asText()).isNotEmpty();
        assertThat(info.path("jumpcloud: last sync").asText()).startsWith("completed 20");
        assertThat(info.path("jumpcloud: servers").asText()).isEqualTo("1 of 1 working");
        assertThat(jumpCloud.counts().minus(before).roundTrips()).isZero();
        assertThat(info.toString())
                .doesNotContain(jumpCloud.ldapsUrl(), jumpCloud.readerName(), jumpCloud.readerPassword(), "anna", "@");
    }

    @Test
    @DisplayName("administrators of another realm see nothing of it, those of the administration realm numbers alone")
    void others(AdminApi admin) {
        AdminApi stranger = new Administrators(admin.createRealm()).with(List.of("realm-admin"));

        assertThat(info(stranger).size()).isEqualTo(1);
        assertThat(info(admin).path("other realms").asText()).matches("[1-9]\\d* (or more )?providers, .*");
        assertThat(info(admin).toString()).doesNotContain(federation.realm().name(), federation.id());
    }

    private static JsonNode info(AdminApi caller) {
        return caller.providers("storage").path("jumpcloud").path("operationalInfo");
    }
}
