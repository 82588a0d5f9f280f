package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakCluster;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.PostgresServer;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two Keycloak nodes on one PostgreSQL; skipped, with a message, where PostgreSQL is not installed. */
class PostgresIT {

    private static PostgresServer postgres;
    private static PostgresDatabase database;
    private static KeycloakCluster cluster;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start();
        database = postgres.createDatabase("keycloak");
        cluster = KeycloakCluster.start(KeycloakSettings.named("postgres")
                .trusting(TestAuthority.get().pemFile())
                .database("postgres", database.url(), database.user(), database.password()));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    @DisplayName(
            "PostgreSQL: the company arrives with its groups, a second sync finds nothing to do, and people sign in")
    void sync() {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start()) {
            FederationApi federation = Federations.federate(cluster.node(0).admin(), jumpCloud);
            RealmApi realm = federation.realm();

            long added = federation.fullSync().ok().path("added").asLong();

            assertThat(added).isGreaterThan(30);
            assertThat(database.count(
                            "select count(*) from user_entity where federation_link = '" + federation.id() + "'"))
                    .isEqualTo(added);
            assertThat(realm.users().groups("jane.doe")).isNotEmpty();
            assertThat(realm.signIn()
                            .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                            .isSuccess())
                    .isTrue();
            JsonNode again = federation.fullSync().ok();
            assertThat(again.path("added").asInt()).isZero();
            assertThat(again.path("updated").asInt()).isZero();
        }
    }

    @Test
    @DisplayName("PostgreSQL, two nodes: what one of them imports, the other one shows and signs in")
    void twoNodes() {
        try (JumpCloudStandIn jumpCloud = Federations.standIn().start()) {
            FederationApi federation = Federations.federate(cluster.node(0).admin(), jumpCloud);
            RealmApi there = cluster.node(1).admin().realm(federation.realm().name());
            assertThat(there.users().count()).isZero();

            federation.fullSync().ok();

            assertThat(there.users().names()).contains("jane.doe");
            assertThat(there.signIn()
                            .with("jane.doe", jumpCloud.passwordOf("jane.doe"))
                            .isSuccess())
                    .isTrue();
        }
    }
}
