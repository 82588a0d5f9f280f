package io.github.keycloakjumpcloud.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What no import can beat on this machine, measured beside it.
 *
 * @param directoryRead seconds for reading users and groups, and nothing else, over the same line
 * @param localRead seconds for reading all rows that were imported
 * @param insert seconds for inserting the same rows into the same tables of a fresh database, over one connection
 * @param rows number of these rows
 */
record Limits(double directoryRead, double localRead, double insert, long rows) {

    private static final int BATCH = 1_000;

    static Limits measure(double directoryRead, BenchDatabase full, BenchDatabase fresh, String realmId) {
        try (Connection source = full.connect();
                Connection target = fresh.connect()) {
            long start = System.nanoTime();
            List<LocalRows> tables = LocalRows.of(source, realmId);
            double localRead = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            for (LocalRows table : tables) {
                table.insertInto(target, BATCH);
            }
            double insert = (System.nanoTime() - start) / 1e9;
            long rows = tables.stream().mapToLong(table -> table.rows().size()).sum();
            return new Limits(directoryRead, localRead, insert, rows);
        } catch (SQLException e) {
            throw new IllegalStateException("The rows cannot be copied", e);
        }
    }
}
