package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.FederationApi;
import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.RealmApi;
import io.github.keycloakjumpcloud.keycloak.Response;
import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import io.github.keycloakjumpcloud.postgres.StatementCounts;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What moving an identity provider's users costs a real PostgreSQL; skipped, with a message, where PostgreSQL is not installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(PostgresKeycloakExtension.class)
class BrokeredUsersWritesIT {

    private static final String ALIAS = "jumpcloud-oidc";

    private PostgresDatabase database;
    private KeycloakServer keycloak;

    @BeforeAll
    void start(PostgresKeycloak shared) {
        database = shared.database();
        keycloak = shared.server();
    }

    @Test
    @DisplayName("users move in two statements for every 500, without a query for any, and marks of old give way")
    void chunks() throws SQLException {
        // What is read once after a start would hide what each user costs.
        moved(100);
        StatementCounts small = moved(400);
        assertThat(calls("^update user_entity")).isEqualTo(1);
        StatementCounts large = moved(1_600);
        assertThat(calls("^update user_entity")).isEqualTo(4);
        assertThat(calls("^delete from user_attribute")).isEqualTo(4);
        assertThat(calls("^insert into user_attribute")).isEqualTo(1_600 * 2L);
        assertThat(large.selects() - small.selects())
                .as("further queries for 1,200 further users")
                .isLessThan(10);
    }

    @Test
    @DisplayName("if one of them is somebody else's by then, nobody moves, those of an earlier statement neither")
    void allOrNothing() throws SQLException {
        try (JumpCloudStandIn jumpCloud =
                        Federations.standIn().generated(700, 5, 2).start();
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            FederationApi federation = brokered(jumpCloud);
            String plan = preview(federation);
            // The last one who is linked looks as if he had changed hands since the plan was made again.
            statement.execute("create sequence linked_users");
            statement.execute("create function skip_last() returns trigger language plpgsql as"
                    + " $$ begin if nextval('linked_users') = 700 then return null; end if; return new; end $$");
            statement.execute("create trigger skip_last before update on user_entity for each row"
                    + " when (new.federation_link = '" + federation.id() + "') execute function skip_last()");
            Response refused = move(federation, plan);
            statement.execute("drop trigger skip_last on user_entity");
            statement.execute("drop function skip_last");
            statement.execute("drop sequence linked_users");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().path("message").asText()).contains("have changed meanwhile");
            assertThat(linked(federation)).isZero();
            assertThat(marks(federation.realm(), "a.value = 'stale'")).isEqualTo(2 * 700);
            assertThat(move(federation, plan).ok().path("adopted").asBoolean()).isTrue();
            assertThat(linked(federation)).isEqualTo(700);
        }
    }

    private StatementCounts moved(int users) throws SQLException {
        try (JumpCloudStandIn jumpCloud =
                Federations.standIn().generated(users, 5, 2).start()) {
            FederationApi federation = brokered(jumpCloud);
            String plan = preview(federation);
            StatementCounts.reset(database);
            move(federation, plan).ok();
            StatementCounts counts = StatementCounts.of(database);
            assertThat(linked(federation)).isEqualTo(users);
            assertThat(marks(federation.realm(), "a.value <> 'stale'")).isEqualTo(2L * users);
            assertThat(marks(federation.realm(), "true")).isEqualTo(2L * users);
            return counts;
        }
    }

    /** A realm whose users are local, have come through an identity provider, and carry what they were once before. */
    private FederationApi brokered(JumpCloudStandIn jumpCloud) throws SQLException {
        FederationApi federation = Federations.federate(keycloak.admin(), jumpCloud);
        RealmApi realm = federation.realm();
        SyncResult.full(federation);
        federation.unlinkUsers().ok();
        realm.post("/identity-provider/instances", Map.of("alias", ALIAS, "providerId", "oidc", "config", Map.of()))
                .ok();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("insert into federated_identity"
                    + " (identity_provider, realm_id, federated_user_id, federated_username, user_id)"
                    + " select '" + ALIAS + "', realm_id, 'sub-' || id, username, id from user_entity where "
                    + ofRealm(realm));
            statement.execute("update user_attribute a set value = 'stale' where a.name in ('LDAP_ID', 'LDAP_ENTRY_DN')"
                    + " and a.user_id in (select id from user_entity where " + ofRealm(realm) + ")");
        }
        return federation;
    }

    private static String preview(FederationApi federation) {
        return federation.post("adopt", Map.of("from", ALIAS)).ok().path("plan").asText();
    }

    private static Response move(FederationApi federation, String plan) {
        return federation.post("adopt", Map.of("from", ALIAS, "plan", plan));
    }

    private long linked(FederationApi federation) {
        return database.count("select count(*) from user_entity where federation_link = '" + federation.id() + "'");
    }

    private long marks(RealmApi realm, String condition) {
        return database.count("select count(*) from user_attribute a join user_entity u on u.id = a.user_id"
                + " where a.name in ('LDAP_ID', 'LDAP_ENTRY_DN') and " + condition + " and u." + ofRealm(realm));
    }

    private static String ofRealm(RealmApi realm) {
        return "realm_id = (select id from realm where name = '" + realm.name() + "')";
    }

    private long calls(String pattern) {
        return database.count("select coalesce(sum(calls), 0) from pg_stat_statements where dbid ="
                + " (select oid from pg_database where datname = current_database()) and query ~* '" + pattern + "'");
    }
}
