package io.github.keycloakjumpcloud.federation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;

/** How PostgreSQL would execute a statement that Keycloak has sent, whatever its parameters are. */
record QueryPlan(Connection connection) {

    /** The plan of the one statement like this pattern. */
    String of(String pattern) throws SQLException {
        String statement = sent(pattern);
        int parameters = (int) statement.chars().filter(c -> c == '$').count();
        try (var plan = connection.createStatement()) {
            plan.execute("analyze");
            plan.execute("set plan_cache_mode = force_generic_plan");
            plan.execute("prepare sent as " + statement);
            StringBuilder lines = new StringBuilder();
            try (ResultSet rows = plan.executeQuery(
                    "explain execute sent(" + String.join(", ", Collections.nCopies(parameters, "'x'")) + ")")) {
                while (rows.next()) {
                    lines.append(rows.getString(1)).append('\n');
                }
            }
            plan.execute("deallocate sent");
            return lines.toString();
        }
    }

    private String sent(String pattern) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select query from pg_stat_statements where query ilike ? and dbid ="
                        + " (select oid from pg_database where datname = current_database())")) {
            query.setString(1, pattern);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("No statement like " + pattern + " was sent");
                }
                return rows.getString(1);
            }
        }
    }
}
