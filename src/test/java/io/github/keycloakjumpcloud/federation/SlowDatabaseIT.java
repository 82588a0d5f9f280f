package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.postgres.BlockedStatements;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresKeycloakExtension.class)
class SlowDatabaseIT {

    private JumpCloudStandIn jumpCloud;
    private FederationApi federation;
    private PostgresDatabase database;
    private Connection other;

    @BeforeEach
    void federate(PostgresKeycloak keycloak) throws SQLException {
        database = keycloak.database();
        jumpCloud = FourPeople.start();
        federation = Federations.federate(keycloak.server().admin(), jumpCloud, Map.of());
        other = database.connect();
        other.setAutoCommit(false);
    }

    @AfterEach
    void end() throws SQLException {
        other.close();
        federation.delete();
        jumpCloud.close();
    }

    @Test
    @DisplayName(
            "a first sign-in that the database holds up for more than Keycloak's three seconds succeeds, with its groups")
    void late() throws SQLException {
        hold("keycloak_group");
        CompletableFuture<SignInResult> signIn = CompletableFuture.supplyAsync(this::signIn);
        new BlockedStatements(database).await("Keycloak has interrupted the look-up", Duration.ofSeconds(4));
        other.rollback();

        assertThat(signIn.join().isSuccess()).isTrue();
        assertThat(realm().users().groups("anna")).containsExactly("/Team");
    }

    @Test
    @DisplayName(
            "a first sign-in whose user the database does not take is told to come back, and not that the password is wrong")
    void refused() throws SQLException {
        hold("user_entity");
        CompletableFuture<SignInResult> signIn = CompletableFuture.supplyAsync(this::signIn);
        new BlockedStatements(database).refuseUntil("the sign-in is answered", signIn::isDone);
        other.rollback();

        assertThat(signIn.join().status()).isEqualTo(503);
        assertThat(realm().users().names()).isEmpty();
        assertThat(signIn().isSuccess()).isTrue();
    }

    /** Reading goes on. */
    private void hold(String table) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("lock table " + table + " in share row exclusive mode");
        }
    }

    private RealmApi realm() {
        return federation.realm();
    }

    private SignInResult signIn() {
        return realm().signIn().with("anna", jumpCloud.passwordOf("anna"));
    }
}
