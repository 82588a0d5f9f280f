package io.github.keycloakjumpcloud.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table with one row per component: which run holds the lease, until when, and which settings the last good run had. The database's clock
 * decides, so that nodes whose clocks differ agree. Belongs to one session.
 */
final class LeaseTable {

    private final Sql sql;
    private final String table;

    LeaseTable(Sql sql) {
        this.sql = sql;
        this.table = sql.table("JUMPCLOUD_STATE");
    }

    /**
     * Who holds the lease, if anybody does.
     *
     * @param now the database's time
     * @param runId the run that took the lease last, unless it gave it back
     * @param expires when the lease ends or ended
     */
    record Lease(long now, @Nullable String runId, long expires) {

        boolean isHeldBy(String run) {
            return run.equals(runId) && expires >= now;
        }
    }

    /** The component's lease; empty where the component has no row yet. */
    Optional<Lease> read(String componentId) {
        List<Lease> rows = sql.query(
                row -> new Lease(row.getTimestamp(1).getTime(), row.getString(2), row.getLong(3)),
                "select current_timestamp, RUN_ID, EXPIRES from " + table + " where COMPONENT_ID = ?",
                componentId);
        return rows.stream().findFirst();
    }

    /** The row of a component that has none; fails where another node is faster. */
    void add(String componentId, String realmId) {
        sql.update(
                "insert into " + table + " (COMPONENT_ID, REALM_ID, EXPIRES) values (?, ?, ?)",
                componentId,
                realmId,
                0L);
    }

    /** Takes the lease if nobody holds it. The row's lock and the condition see to it that one of several succeeds. */
    boolean take(String componentId, String runId, String node, long now, Duration length) {
        return sql.update(
                        "update " + table + " set RUN_ID = ?, NODE = ?, EXPIRES = ? where COMPONENT_ID = ?"
                                + " and (RUN_ID is null or EXPIRES < ?)",
                        runId,
                        node,
                        now + length.toMillis(),
                        componentId,
                        now)
                > 0;
    }

    /** Keeps the lease; false where another run has it, or the component is gone. A lease that ended unnoticed comes back to life. */
    boolean renew(String componentId, String runId, long now, Duration length) {
        return sql.update(
                        "update " + table + " set EXPIRES = ? where COMPONENT_ID = ? and RUN_ID = ?",
                        now + length.toMillis(),
                        componentId,
                        runId)
                > 0;
    }

    /** Gives the lease back, if this run still holds it, and notes which settings it has proved. */
    void release(String componentId, String runId, @Nullable String goodSettings) {
        if (goodSettings != null) {
            sql.update(
                    "update " + table + " set SETTINGS = ? where COMPONENT_ID = ? and RUN_ID = ?",
                    goodSettings,
                    componentId,
                    runId);
        }
        sql.update(
                "update " + table + " set RUN_ID = ?, EXPIRES = ? where COMPONENT_ID = ? and RUN_ID = ?",
                null,
                0L,
                componentId,
                runId);
    }

    Optional<String> goodSettings(String componentId) {
        return sql
                .query(
                        row -> row.getString(1),
                        "select SETTINGS from " + table + " where COMPONENT_ID = ?",
                        componentId)
                .stream()
                .findFirst();
    }

    void removeComponent(String componentId) {
        sql.update("delete from " + table + " where COMPONENT_ID = ?", componentId);
    }

    void removeRealm(String realmId) {
        sql.update("delete from " + table + " where REALM_ID = ?", realmId);
    }
}
