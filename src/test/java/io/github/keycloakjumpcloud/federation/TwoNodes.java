package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakCluster;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.keycloak.TestedKeycloak;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.PostgresServer;
import java.util.function.UnaryOperator;

/** A PostgreSQL with two Keycloak nodes on it. */
final class TwoNodes implements AutoCloseable {

    private final PostgresServer postgres;
    private final PostgresDatabase database;
    private final KeycloakCluster cluster;

    private TwoNodes(PostgresServer postgres, PostgresDatabase database, KeycloakCluster cluster) {
        this.postgres = postgres;
        this.database = database;
        this.cluster = cluster;
    }

    static TwoNodes start(String name) {
        return start(name, second -> second);
    }

    /** The same, with the second node's settings changed. */
    static TwoNodes start(String name, UnaryOperator<KeycloakSettings> second) {
        PostgresServer postgres = PostgresServer.start();
        try {
            PostgresDatabase database = postgres.createDatabase("keycloak");
            return new TwoNodes(
                    postgres,
                    database,
                    KeycloakCluster.start(
                            KeycloakSettings.named(name)
                                    .trusting(TestAuthority.get().pemFile())
                                    .database("postgres", database.url(), database.user(), database.password()),
                            second));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    KeycloakServer node(int index) {
        return cluster.node(index);
    }

    PostgresDatabase database() {
        return database;
    }

    PostgresServer postgres() {
        return postgres;
    }

    /** Starts a node again that was stopped or killed; see {@link KeycloakCluster#startAgain}. */
    void startAgain(int index) {
        cluster.startAgain(index);
    }

    /** The provider as this node's REST shows it. */
    FederationApi seenFrom(int index, FederationApi federation) {
        return node(index).admin().realm(federation.realm().name()).federation(federation.id());
    }

    /** Removes a realm. Before 26.6.3 Keycloak does so and answers 500, as the other node misses it (keycloak/keycloak#48904). */
    static void remove(RealmApi realm) {
        Response answer = realm.delete("");
        if (TestedKeycloak.isAtLeast("26.6.3") || answer.status() != 500) {
            answer.ok();
        }
        assertThat(realm.get("").status()).isEqualTo(404);
    }

    @Override
    public void close() {
        cluster.close();
        postgres.close();
    }
}
