package io.github.keycloakjumpcloud.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the measurements behind docs/scaling.md are kept. The columns are explained there. */
final class ScalingFiles {

    private static final List<String> CELL =
            List.of("users", "groups", "memberships", "ldapMillis", "databaseMillis", "rewritten");

    private final CsvFile syncs;
    private final CsvFile signIns;
    private final CsvFile memory;
    private final CsvFile tables;

    ScalingFiles(Path folder) {
        this.syncs = new CsvFile(
                folder.resolve("syncs.csv"),
                joined(
                        "repetition,sync,changes,seconds,reading,comparing,groupsWritten,usersWritten,cpuSeconds,searches,ldapBytes,sqlReads,"
                                + "sqlWrites,databaseTurns,databaseBytes,stolen"));
        this.signIns = new CsvFile(
                folder.resolve("sign-ins.csv"),
                joined(
                        "cached,atOnce,signIns,seconds,median,percentile99,wrong,cpuSeconds,ldapOperations,databaseTurns"));
        this.memory = new CsvFile(folder.resolve("memory.csv"), joined("sync,before,peak,after"));
        this.tables = new CsvFile(folder.resolve("tables.csv"), joined("table,rows,bytes"));
    }

    private static List<String> joined(String more) {
        List<String> all = new ArrayList<>(CELL);
        all.addAll(List.of(more.split(",", -1)));
        return all;
    }

    void sync(ScalingCell cell, Object... values) {
        add(syncs, cell, values);
    }

    void signIns(ScalingCell cell, Object... values) {
        add(signIns, cell, values);
    }

    void memory(ScalingCell cell, Object... values) {
        add(memory, cell, values);
    }

    void table(ScalingCell cell, Object... values) {
        add(tables, cell, values);
    }

    private static void add(CsvFile file, ScalingCell cell, Object... values) {
        List<String> line = new ArrayList<>(cell.columns());
        for (Object value : values) {
            line.add(value instanceof Double number ? String.format(Locale.ROOT, "%.3f", number) : value.toString());
        }
        file.add(line);
    }
}
