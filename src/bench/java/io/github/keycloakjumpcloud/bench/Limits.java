package io.github.keycloakjumpcloud.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What no sync can beat on this machine, measured beside it.
 *
 * @param readings readings of directory and tables, each like the others but for what the JVM has learnt
 * @param insert seconds for inserting the same rows into the same tables of a fresh database, over one connection
 * @param rows number of these rows
 */
record Limits(List<Reading> readings, double insert, long rows) {

    private static final int BATCH = 1_000;

    /** Beyond this a few seconds of reading have taught the JVM everything. */
    private static final int LARGE = 50_000;

    private static final int FEW_READINGS = 3;

    static Limits measure(String ldapsUrl, Scale scale, BenchDatabase full, BenchDatabase fresh, String realmId) {
        // The import reads once, and the syncs that are not measured read, too.
        int all = 2 + Step.STILL_NOTHING_CHANGED.syncsBefore() + 1;
        List<Reading> readings =
                ReadingProcess.run(ldapsUrl, full.jdbc(), realmId, scale.users() > LARGE ? FEW_READINGS : all);
        try (Connection source = full.jdbc().connect();
                Connection target = fresh.jdbc().connect()) {
            List<LocalRows> tables = LocalRows.of(source, realmId);
            long start = System.nanoTime();
            for (LocalRows table : tables) {
                table.insertInto(target, BATCH);
            }
            double insert = (System.nanoTime() - start) / 1e9;
            long rows = tables.stream().mapToLong(table -> table.rows().size()).sum();
            return new Limits(readings, insert, rows);
        } catch (SQLException e) {
            throw new IllegalStateException("The rows cannot be copied", e);
        }
    }

    /** Seconds that this sync needs at the least, by a reader who has read as often as the server. */
    double of(Step step) {
        return switch (step) {
            case FIRST_IMPORT -> readings.get(1).directory() + insert;
            case NOTHING_CHANGED -> readings.get(1).seconds();
            default -> readings.get(readings.size() - 1).seconds();
        };
    }
}
