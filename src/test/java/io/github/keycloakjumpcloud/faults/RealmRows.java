package io.github.keycloakjumpcloud.faults;

import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every row that an import writes into a realm, in an order and a form that do not depend on ids, times and the realm's name: two imports of the
 * same directory give equal ones.
 */
record RealmRows(Map<String, List<String>> tables) {

    private static final String USERS =
            " from user_entity u where u.realm_id = ? and u.service_account_client_link is null";

    /** Table to a query with the realm's id as its only parameter. */
    private static final Map<String, String> QUERIES = new TreeMap<>(Map.of(
            "user_entity",
            "select u.username, u.email, u.first_name, u.last_name, u.enabled, u.email_verified, u.email_constraint = u.email,"
                    + " u.federation_link is not null, u.not_before" + USERS,
            "user_attribute",
            "select u.username, a.name, a.value, a.long_value, a.long_value_hash is null"
                    + " from user_attribute a join user_entity u on u.id = a.user_id where u.realm_id = ?",
            "user_group_membership",
            "select u.username, g.name, m.membership_type from user_group_membership m join user_entity u on u.id = m.user_id"
                    + " join keycloak_group g on g.id = m.group_id where u.realm_id = ?",
            "user_role_mapping",
            "select u.username, replace(r.name, realm.name, '') from user_role_mapping m join user_entity u on u.id = m.user_id"
                    + " join keycloak_role r on r.id = m.role_id join realm on realm.id = u.realm_id where u.realm_id = ?",
            "user_required_action",
            "select u.username, a.required_action from user_required_action a join user_entity u on u.id = a.user_id where u.realm_id = ?",
            "credential",
            "select u.username, c.type from credential c join user_entity u on u.id = c.user_id where u.realm_id = ?",
            "keycloak_group",
            "select g.name, g.parent_group, g.type from keycloak_group g where g.realm_id = ?",
            "group_attribute",
            "select g.name, a.name, case when a.name = 'jumpcloud.component' then '' else a.value end"
                    + " from group_attribute a join keycloak_group g on g.id = a.group_id where g.realm_id = ?"));

    static RealmRows read(PostgresDatabase database, String realmId) {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = database.connect()) {
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                tables.put(query.getKey(), rows(connection, query.getValue(), realmId));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of the realm cannot be read", e);
        }
        return new RealmRows(tables);
    }

    int count(String table) {
        return tables.getOrDefault(table, List.of()).size();
    }

    int count() {
        return tables.values().stream().mapToInt(List::size).sum();
    }

    /** The first table that differs and how; empty where nothing does. */
    Optional<String> difference(RealmRows other) {
        for (String table : tables.keySet()) {
            List<String> here = new ArrayList<>(tables.getOrDefault(table, List.of()));
            List<String> there = new ArrayList<>(other.tables.getOrDefault(table, List.of()));
            if (!here.equals(there)) {
                List<String> onlyHere = new ArrayList<>(here);
                there.forEach(onlyHere::remove);
                return Optional.of(table + ": " + here.size() + " and " + there.size() + " rows; for example "
                        + onlyHere.stream().limit(3).toList());
            }
        }
        return Optional.empty();
    }

    private static List<String> rows(Connection connection, String query, String realmId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, realmId);
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> row = new ArrayList<>(columns);
                    for (int column = 1; column <= columns; column++) {
                        row.add(String.valueOf(result.getString(column)));
                    }
                    rows.add(row.toString());
                }
            }
            Collections.sort(rows);
            return rows;
        }
    }
}
