package io.github.keycloakjumpcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.openldap.OperationTotals;
import io.github.keycloakjumpcloud.postgres.StatementCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsTest {

    private static final BenchOptions OPTIONS = new BenchOptions(
            List.of(2_000),
            List.of(DatabaseKind.H2, DatabaseKind.POSTGRES),
            List.of(30),
            List.of(Contender.values()),
            2,
            0,
            Map.of(30, 1_000),
            "-Xmx1g",
            "");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    @DisplayName("what was measured is there again after a restart, and only that")
    void kept() {
        CellResult result = result(Contender.OURS, DatabaseKind.POSTGRES, 1, 2.5, new StatementCounts(1, 2, 3, 4, 5));
        new Results(folder).keep(result);

        Results again = new Results(folder);

        assertThat(again.find(result.cell(), 1)).contains(result);
        assertThat(again.find(result.cell(), 2)).isEmpty();
    }

    @Test
    @DisplayName("the table compares medians, counts, and says what was not measured")
    void table() {
        Results results = new Results(folder);
        results.keep(result(Contender.BUILT_IN, DatabaseKind.H2, 1, 10, null));
        results.keep(result(Contender.BUILT_IN, DatabaseKind.H2, 2, 30, null));
        results.keep(result(Contender.OURS, DatabaseKind.H2, 1, 2, null));

        assertThat(new ResultTable(OPTIONS, results).text().lines())
                .hasSize(3)
                .contains(
                        "| H2 | 2,000 | 30 ms | first import | 20.0 s (10.0–30.0) | 2.00 s, measured 1 × | 10 × | 1.20 s | 1,006 / 1,006 |"
                                + " – / – | – / – | 90 MiB / 90 MiB | nothing / nothing |")
                .noneMatch(line -> line.contains("PostgreSQL"));

        results.keep(result(Contender.OURS, DatabaseKind.POSTGRES, 1, 2, null));
        assertThat(new ResultTable(OPTIONS, results).text().lines())
                .hasSize(4)
                .anyMatch(
                        line -> line.startsWith(
                                "| PostgreSQL | 2,000 | 30 ms | first import | not measured | 2.00 s, measured 1 × | – | 1.20 s |"));
    }

    @Test
    @DisplayName("the most that was left in the heap counts only within the time asked for")
    void heap() throws IOException {
        Path log = Files.writeString(folder.resolve("gc.log"), """
                [2026-11-22T04:43:09.000+0000] Using G1
                [2026-11-22T04:43:10.000+0000] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 200M->90M(256M) 5.1ms
                [2026-11-22T04:43:11.000+0000] GC(2) Pause Young (Normal) (G1 Evacuation Pause) 120M->60M(256M) 5.1ms
                [2026-11-22T04:43:12.000+0000] GC(3) Concurrent Mark Cycle 12.1ms
                """);
        GcLog heap = new GcLog(log);

        assertThat(heap.peakMebibytes(Instant.parse("2026-11-22T04:43:10Z"), Instant.parse("2026-11-22T04:43:13Z")))
                .isEqualTo(90);
        assertThat(heap.peakMebibytes(Instant.parse("2026-11-22T04:43:11Z"), Instant.parse("2026-11-22T04:43:13Z")))
                .isEqualTo(60);
        assertThat(heap.peakMebibytes(Instant.parse("2026-11-22T04:43:12Z"), Instant.parse("2026-11-22T04:43:13Z")))
                .isEqualTo(GcLog.UNKNOWN);
    }

    private static CellResult result(
            Contender contender, DatabaseKind database, int repetition, double seconds, @Nullable StatementCounts sql) {
        StepResult step = new StepResult(
                Step.FIRST_IMPORT,
                seconds,
                seconds / 2,
                new OperationTotals(3, 6, 1_000, 2_000),
                sql,
                90,
                "200 {}",
                new Deviation(0, 0));
        Limits limits = contender == Contender.OURS
                ? new Limits(List.of(new Reading(0.3, 0.1), new Reading(0.2, 0.1)), 1.0, 500)
                : null;
        return new CellResult(
                new Cell(database, Scale.of(2_000), 30, contender),
                repetition,
                "2026-11-22T00:00:00Z",
                0.5,
                List.of(step),
                limits);
    }
}
