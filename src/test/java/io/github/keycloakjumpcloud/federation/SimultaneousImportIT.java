package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresKeycloakExtension.class)
class SimultaneousImportIT {

    private static final String WAITING =
            " from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    private static final String CREATED = "select count(*) from user_entity where username = 'anna'";

    @Test
    @DisplayName(
            "somebody whose group another sign-in creates at the same moment, the database refusing ours, is in that group")
    void group(PostgresKeycloak keycloak) throws SQLException {
        PostgresDatabase database = keycloak.database();
        try (JumpCloudStandIn jumpCloud = FourPeople.start()) {
            FederationApi federation = Federations.federate(keycloak.server().admin(), jumpCloud, Map.of());
            RealmApi realm = federation.realm();
            assertThat(signIn(realm, jumpCloud).isSuccess()).isTrue();
            String group = realm.group("/Team").path("id").asText();
            try (Connection other = database.connect();
                    Statement statement = other.createStatement()) {
                statement.execute(
                        "create temp table kept_group as select * from keycloak_group where id = '" + group + "'");
                statement.execute(
                        "create temp table kept_attributes as select * from group_attribute where group_id = '" + group
                                + "'");
                federation.removeImportedUsers().ok();
                realm.delete("/groups/" + group).ok();

                other.setAutoCommit(false);
                statement.execute("insert into keycloak_group select * from kept_group");
                statement.execute("insert into group_attribute select * from kept_attributes");
                CompletableFuture<SignInResult> signIn = CompletableFuture.supplyAsync(() -> signIn(realm, jumpCloud));
                // As with a deadlock: the group together with others, then the group alone.
                String last = refuse(database, refuse(database, "-infinity"));
                until("the user is there, without the group", () -> database.count(CREATED) > 0);
                until(
                        "the sign-in creates the group once more",
                        () -> database.count("select count(*)" + WAITING + " and query_start > '" + last + "'") > 0);
                other.commit();

                assertThat(signIn.join().isSuccess()).isTrue();
            }
            assertThat(realm.users().groups("anna")).containsExactly("/Team");
            assertThat(realm.group("/Team").path("id").asText()).isEqualTo(group);
        }
    }

    /** Ends the statement that waits for a lock, and gives when it began. */
    private static String refuse(PostgresDatabase database, String since) throws SQLException {
        String waiting = WAITING + " and query_start > '" + since + "'";
        until("the sign-in creates the group, too", () -> database.count("select count(*)" + waiting) > 0);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet refused =
                        statement.executeQuery("select query_start::text, pg_cancel_backend(pid)" + waiting)) {
            assertThat(refused.next()).isTrue();
            return refused.getString(1);
        }
    }

    private static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private static SignInResult signIn(RealmApi realm, JumpCloudStandIn jumpCloud) {
        return realm.signIn().with("anna", jumpCloud.passwordOf("anna"));
    }
}
