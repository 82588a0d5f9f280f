package io.github.keycloakjumpcloud.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rows and bytes, indexes included, of the tables that users and groups are in. */
record ScalingTables(BenchDatabase database) {

    private static final List<String> TABLES = List.of(
            "user_entity",
            "user_attribute",
            "user_group_membership",
            "user_role_mapping",
            "keycloak_group",
            "group_attribute",
            "jumpcloud_run");

    void keep(ScalingCell cell, ScalingFiles files) {
        try (Connection connection = database.jdbc().connect()) {
            for (String table : TABLES) {
                files.table(
                        cell,
                        table,
                        number(connection, "select count(*) from " + table),
                        number(connection, "select pg_total_relation_size('" + table + "')"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tables cannot be measured", e);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
