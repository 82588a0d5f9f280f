package io.github.keycloakjumpcloud.store;

import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/**
 * Lets PostgreSQL look again at tables that a large import has changed. Its planner goes by statistics that are renewed in the background, a minute
 * or more later; until then it takes the tables for empty and joins them row by row, which made the sync after an import of 10,000 users take 90
 * seconds instead of one. Other databases are left alone.
 */
public final class TableStatistics {

    private static final Logger LOG = Logger.getLogger(TableStatistics.class);

    private static final List<String> TABLES = List.of("USER_ENTITY", "USER_ATTRIBUTE", "USER_GROUP_MEMBERSHIP");

    /** As many changes as PostgreSQL's own threshold, but for half of the table rather than a tenth. */
    private static final String OUTDATED = "select relid::regclass::text from pg_stat_all_tables where relid in"
            + " (to_regclass(?), to_regclass(?), to_regclass(?)) and n_mod_since_analyze > greatest(1000, n_live_tup / 2)";

    private TableStatistics() {}

    /** Renews what is outdated, in a transaction of its own. Never fails: without it reading is slow, and nothing else. */
    public static void refresh(Transactions transactions) {
        try {
            transactions.call((session, realm) -> refresh(session));
        } catch (RuntimeException e) {
            LOG.debug("The database's statistics cannot be renewed", e);
        }
    }

    private static boolean refresh(KeycloakSession session) {
        Sql sql = new Sql(session);
        if (!"PostgreSQL".equals(sql.product())) {
            return false;
        }
        // A vacuum or a new index holds the lock that it needs, for as long as that takes.
        sql.update("set local lock_timeout = '2s'");
        Object[] tables = TABLES.stream().map(sql::table).toArray();
        for (String table : sql.query(row -> row.getString(1), OUTDATED, tables)) {
            // The name comes from PostgreSQL itself, quoted where it has to be.
            sql.update("analyze " + table);
        }
        return true;
    }
}
