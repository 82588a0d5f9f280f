package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.AdminApi;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakExtension;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.UsersApi;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gives every test a small company of its own that has been imported once. */
@ExtendWith(KeycloakExtension.class)
abstract class AfterFirstImport {

    JumpCloudStandIn jumpCloud;
    FederationApi federation;
    RealmApi realm;
    UsersApi users;
    LocalContent local;
    KeycloakServer server;

    @BeforeEach
    void importSmallCompany(AdminApi admin, KeycloakServer keycloak) {
        server = keycloak;
        jumpCloud = FourPeople.start();
        federation = Federations.federate(admin, jumpCloud);
        realm = federation.realm();
        users = realm.users();
        local = new LocalContent(realm);
        assertThat(SyncResult.full(federation)).isEqualTo(new SyncResult(4, 0, 0, 0));
    }

    @AfterEach
    void stop() {
        jumpCloud.close();
    }
}
