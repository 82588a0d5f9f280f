package io.github.keycloakjumpcloud.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.keycloak.Backend;
import io.github.keycloakjumpcloud.keycloak.OnlyOn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnlyOn(value = Backend.PROCESS, because = "no Keycloak takes part")
final class PostgresServerIT {

    @Test
    @DisplayName("PostgreSQL: databases are separate, and a copy has what the original has")
    void databases() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            PostgresDatabase one = server.createDatabase("one");
            PostgresDatabase other = server.createDatabase("other");
            insert(one, 3);

            PostgresDatabase copy = server.copyDatabase(one, "copy");

            assertThat(copy.count("select count(*) from thing")).isEqualTo(3);
            assertThat(other.count("select count(*) from information_schema.tables where table_name = 'thing'"))
                    .isZero();
            server.dropDatabase(one);
            assertThat(copy.count("select count(*) from pg_database where datname = 'one'"))
                    .isZero();
        }
    }

    @Test
    @DisplayName("PostgreSQL: what was committed is there after a crash of the server, on the same port")
    void crash() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            PostgresDatabase database = server.createDatabase("keycloak");
            insert(database, 5);

            server.kill();
            assertThat(server.isRunning()).isFalse();
            server.restart();

            assertThat(database.count("select count(*) from thing")).isEqualTo(5);
            server.stop();
            server.restart();
            assertThat(database.count("select count(*) from thing")).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("PostgreSQL: statements are counted by kind, for each database alone")
    void counts() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            PostgresDatabase counted = server.createDatabase("counted");
            PostgresDatabase other = server.createDatabase("other");
            StatementCounts.reset(counted);

            insert(counted, 7);
            insert(other, 2);
            counted.count("select count(*) from thing");

            StatementCounts counts = StatementCounts.of(counted);
            assertThat(counts.inserts()).isEqualTo(7);
            assertThat(counts.selects()).isEqualTo(1);
            assertThat(counts.commits()).isEqualTo(1);
            assertThat(counts.writes()).isEqualTo(7);
            StatementCounts.reset(counted);
            assertThat(StatementCounts.of(counted).total()).isZero();
        }
    }

    /** All rows in one transaction. */
    private static void insert(PostgresDatabase database, int rows) throws SQLException {
        try (Connection connection = database.connect();
                var create = connection.createStatement()) {
            create.execute("create table thing (id integer primary key)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into thing values (?)")) {
                for (int i = 0; i < rows; i++) {
                    insert.setInt(1, i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }
}
