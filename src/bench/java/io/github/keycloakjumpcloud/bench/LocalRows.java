package io.github.keycloakjumpcloud.bench;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one realm's users and groups in one table. */
record LocalRows(String table, List<String> columns, List<List<@Nullable Object>> rows) {

    private static final String OWN = "select t.* from %s t where t.realm_id = ?";
    private static final String OF_GROUPS =
            "select t.* from %s t join keycloak_group o on o.id = t.group_id where o.realm_id = ?";
    private static final String OF_USERS =
            "select t.* from %s t join user_entity o on o.id = t.user_id where o.realm_id = ?";
    private static final int FETCH = 10_000;

    /** In the order in which they can be inserted. */
    static List<LocalRows> of(Connection connection, String realmId) throws SQLException {
        // Without this PostgreSQL's driver holds a whole result before it hands out the first row.
        connection.setAutoCommit(false);
        List<LocalRows> all = new ArrayList<>();
        all.add(read(connection, "keycloak_group", OWN, realmId));
        all.add(read(connection, "group_attribute", OF_GROUPS, realmId));
        all.add(read(connection, "user_entity", OWN, realmId));
        for (String table :
                List.of("user_attribute", "user_group_membership", "user_role_mapping", "user_required_action")) {
            all.add(read(connection, table, OF_USERS, realmId));
        }
        connection.commit();
        return all;
    }

    private static LocalRows read(Connection connection, String table, String query, String realmId)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(String.format(query, table))) {
            statement.setFetchSize(FETCH);
            statement.setString(1, realmId);
            ResultSet result = statement.executeQuery();
            ResultSetMetaData meta = result.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= meta.getColumnCount(); column++) {
                columns.add(meta.getColumnName(column));
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>(columns.size());
                for (int column = 1; column <= columns.size(); column++) {
                    row.add(plain(result.getObject(column)));
                }
                rows.add(row);
            }
            return new LocalRows(table, columns, rows);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        return value instanceof Clob text ? text.getSubString(1, (int) text.length()) : value;
    }

    /** Batches of plain JDBC, a transaction each. */
    void insertInto(Connection connection, int batch) throws SQLException {
        connection.setAutoCommit(false);
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String insert = "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int waiting = 0;
            for (List<@Nullable Object> row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    statement.setObject(column + 1, row.get(column));
                }
                statement.addBatch();
                if (++waiting == batch) {
                    statement.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            statement.executeBatch();
            connection.commit();
        }
    }
}
