package io.github.keycloakjumpcloud.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Executions of statements in one database since the last reset, as pg_stat_statements counts them: a JDBC batch of 50 rows is 50, unless the driver
 * was told to rewrite it.
 */
public record StatementCounts(long selects, long inserts, long updates, long deletes, long commits) {

    private static final String MINE = "dbid = (select oid from pg_database where datname = current_database())"
            + " and query not ilike '%pg_stat_statements%'";

    public static StatementCounts of(PostgresDatabase database) {
        String query = "select " + sum("select") + sum("insert") + sum("update") + sum("delete")
                + "coalesce(sum(calls) filter (where query ilike 'commit%'), 0)"
                + " from pg_stat_statements where " + MINE;
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return new StatementCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        } catch (SQLException e) {
            throw new IllegalStateException("The statements of " + database.name() + " cannot be counted", e);
        }
    }

    /** Starts anew, for this database only. */
    public static void reset(PostgresDatabase database) {
        database.count("select count(pg_stat_statements_reset(0, oid, 0)) from pg_database"
                + " where datname = current_database()");
    }

    /** Everything that may change a row. */
    public long writes() {
        return inserts + updates + deletes;
    }

    public long total() {
        return selects + writes();
    }

    private static String sum(String verb) {
        return "coalesce(sum(calls) filter (where query ilike '" + verb + "%'), 0), ";
    }
}
