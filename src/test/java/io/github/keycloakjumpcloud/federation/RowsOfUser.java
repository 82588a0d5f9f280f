package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All rows of all tables that have a user's id, comparable from user to user: the user's id and name are replaced, other ids and times left out. */
final class RowsOfUser {

    private static final Set<String> DIFFER = Set.of("federation_link");
    private static final Set<String> ONLY_PRESENT = Set.of("id", "created_timestamp", "last_modified_timestamp");

    private RowsOfUser() {}

    /** Table to its rows, without the attributes that mark an imported user. */
    static Map<String, List<Map<String, String>>> read(PostgresDatabase database, String id, String name)
            throws SQLException {
        Map<String, List<Map<String, String>>> tables = new TreeMap<>();
        try (Connection connection = database.connect()) {
            tables.put("user_entity", rows(connection, "user_entity", "id", id, name));
            for (String table : tables(connection)) {
                tables.put(table, rows(connection, table, "user_id", id, name));
            }
        }
        return tables;
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select table_name from information_schema.columns"
                        + " where table_schema = 'public' and column_name = 'user_id'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static List<Map<String, String>> rows(
            Connection connection, String table, String column, String id, String name) throws SQLException {
        List<Map<String, String>> found = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select * from " + table + " where " + column + " = ?")) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Map<String, String> row = row(rows, id, name);
                    String attribute = row.getOrDefault("name", "");
                    if (!attribute.startsWith("LDAP_") && !attribute.startsWith("jumpcloud.")) {
                        found.add(row);
                    }
                }
            }
        }
        found.sort((one, other) -> one.toString().compareTo(other.toString()));
        return found;
    }

    private static Map<String, String> row(ResultSet rows, String id, String name) throws SQLException {
        Map<String, String> row = new TreeMap<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String column = rows.getMetaData().getColumnName(i);
            String value = String.valueOf(rows.getString(i));
            if (ONLY_PRESENT.contains(column)) {
                row.put(column, value.equals("null") ? "absent" : "present");
            } else if (!DIFFER.contains(column)) {
                row.put(column, value.replace(id, "<id>").replace(name, "<name>"));
            }
        }
        return row;
    }
}
