package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.util.JpaUtils;
import org.keycloak.models.KeycloakSession;

/** Plain statements in a session's transaction, on tables that no entity stands for. Belongs to one session. */
final class Sql {

    private final EntityManager entities;

    Sql(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Makes something of one row. */
    interface Row<T> {
        @Nullable
        T read(ResultSet row) throws SQLException;
    }

    /** The table's name with the schema that Keycloak is configured for. */
    String table(String name) {
        return JpaUtils.getTableNameForNativeQuery(name, entities);
    }

    /** The database's name as its driver gives it, such as {@code PostgreSQL}. */
    String product() {
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> connection.getMetaData().getDatabaseProductName());
    }

    /** Runs a statement that writes and says how many rows it touched. */
    int update(String statement, @Nullable Object... values) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                bind(prepared, values);
                return prepared.executeUpdate();
            }
        });
    }

    /** Runs a statement once for each of these rows of values, as one JDBC batch. */
    void updateAll(String statement, List<Object[]> rows) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (Object[] values : rows) {
                    bind(prepared, values);
                    prepared.addBatch();
                }
                prepared.executeBatch();
            }
        });
    }

    /** All rows of a query; rows that come to null are left out. */
    <T> List<T> query(Row<T> row, String statement, @Nullable Object... values) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                bind(prepared, values);
                List<T> found = new ArrayList<>();
                try (ResultSet rows = prepared.executeQuery()) {
                    while (rows.next()) {
                        T value = row.read(rows);
                        if (value != null) {
                            found.add(value);
                        }
                    }
                }
                return found;
            }
        });
    }

    private static void bind(PreparedStatement prepared, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Long number) {
                prepared.setLong(i + 1, number);
            } else if (value instanceof Integer number) {
                prepared.setInt(i + 1, number);
            } else if (value instanceof Boolean flag) {
                prepared.setBoolean(i + 1, flag);
            } else {
                // Null as a text too: databases want to know the type of what is missing.
                prepared.setString(i + 1, value == null ? null : value.toString());
            }
        }
    }
}
