package io.github.keycloakjumpcloud.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of runs, newest first; the last {@link #KEPT} of each component. Belongs to one session. */
final class RunTable {

    static final int KEPT = 20;

    private static final String COLUMNS =
            "ID, COMPONENT_ID, RUN_TRIGGER, DRY_RUN, REQUESTED_BY, NODE, STARTED, FINISHED, STATE,"
                    + " PHASE, DONE, TOTAL, PHASE_MILLIS, CANCEL_REQUESTED, HELD_PLAN, ADDED, UPDATED, REMOVED, FAILED";

    private final Sql sql;
    private final String table;

    RunTable(Sql sql) {
        this.sql = sql;
        this.table = sql.table("JUMPCLOUD_RUN");
    }

    /** Adds a run, gives up those of the component that were left behind, which it gives, and forgets the oldest. */
    List<StoredRun> start(NewRun run, long now) {
        List<StoredRun> before = list(run.componentId());
        sql.update(
                "update " + table + " set STATE = ?, FINISHED = ? where COMPONENT_ID = ? and STATE = ?",
                RunState.LOST,
                now,
                run.componentId(),
                RunState.RUNNING);
        sql.update(
                "insert into " + table
                        + " (ID, COMPONENT_ID, REALM_ID, RUN_TRIGGER, DRY_RUN, REQUESTED_BY, NODE, STARTED, STATE)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                run.componentId(),
                run.realmId(),
                run.trigger(),
                run.dryRun(),
                run.requestedBy(),
                run.node(),
                now,
                RunState.RUNNING);
        before.stream().skip(KEPT - 1).forEach(old -> sql.update("delete from " + table + " where ID = ?", old.id()));
        return before.stream()
                .filter(old -> old.state() == RunState.RUNNING)
                .map(StoredRun::lost)
                .toList();
    }

    void progress(String id, RunProgress progress) {
        sql.update(
                "update " + table + " set PHASE = ?, DONE = ?, TOTAL = ?, PHASE_MILLIS = ? where ID = ? and STATE = ?",
                progress.phase(),
                progress.done(),
                progress.total(),
                progress.millis(),
                id,
                RunState.RUNNING);
    }

    /** Closes the run; false where somebody has given it up already. */
    boolean finish(String id, RunEnd end, long now) {
        return sql.update(
                        "update " + table
                                + " set STATE = ?, FINISHED = ?, ADDED = ?, UPDATED = ?, REMOVED = ?, FAILED = ?,"
                                + " HELD_PLAN = ?, REPORT = ? where ID = ? and STATE = ?",
                        end.state(),
                        now,
                        end.counts().added(),
                        end.counts().updated(),
                        end.counts().removed(),
                        end.counts().failed(),
                        end.heldPlan(),
                        end.report(),
                        id,
                        RunState.RUNNING)
                > 0;
    }

    /** Asks the run's node to stop; false where the run has ended already. */
    boolean requestCancel(String componentId, String id) {
        return sql.update(
                        "update " + table + " set CANCEL_REQUESTED = ? where COMPONENT_ID = ? and ID = ? and STATE = ?",
                        true,
                        componentId,
                        id,
                        RunState.RUNNING)
                > 0;
    }

    boolean isCancelRequested(String id) {
        return sql.query(row -> row.getBoolean(1), "select CANCEL_REQUESTED from " + table + " where ID = ?", id)
                .contains(true);
    }

    List<StoredRun> list(String componentId) {
        return sql.query(
                RunTable::run,
                "select " + COLUMNS + " from " + table + " where COMPONENT_ID = ? order by STARTED desc, ID desc",
                componentId);
    }

    Optional<StoredRun> find(String componentId, String id) {
        return first(sql.query(
                RunTable::run,
                "select " + COLUMNS + " from " + table + " where COMPONENT_ID = ? and ID = ?",
                componentId,
                id));
    }

    Optional<String> report(String componentId, String id) {
        return first(sql.query(
                row -> row.getString(1),
                "select REPORT from " + table + " where COMPONENT_ID = ? and ID = ?",
                componentId,
                id));
    }

    void removeComponent(String componentId) {
        sql.update("delete from " + table + " where COMPONENT_ID = ?", componentId);
    }

    void removeRealm(String realmId) {
        sql.update("delete from " + table + " where REALM_ID = ?", realmId);
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }

    private static StoredRun run(ResultSet row) throws SQLException {
        return new StoredRun(
                row.getString("ID"),
                row.getString("COMPONENT_ID"),
                RunTrigger.valueOf(row.getString("RUN_TRIGGER")),
                row.getBoolean("DRY_RUN"),
                row.getString("REQUESTED_BY"),
                row.getString("NODE"),
                row.getLong("STARTED"),
                nullableLong(row, "FINISHED"),
                RunState.valueOf(row.getString("STATE")),
                new RunProgress(
                        row.getString("PHASE"), row.getLong("DONE"), row.getLong("TOTAL"), row.getLong("PHASE_MILLIS")),
                row.getBoolean("CANCEL_REQUESTED"),
                row.getString("HELD_PLAN"),
                new RunCounts(row.getInt("ADDED"), row.getInt("UPDATED"), row.getInt("REMOVED"), row.getInt("FAILED")));
    }

    private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
