package io.github.keycloakjumpcloud.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Measures everything that was asked for and not yet measured. */
final class BenchRun {

    private final BenchOptions options;
    private final Results results;
    private final BenchKeycloak keycloak;

    BenchRun(BenchOptions options, Results results) {
        this.options = options;
        this.results = results;
        this.keycloak = new BenchKeycloak(options.heap(), options.jvmOptions());
    }

    void measureMissing() {
        for (DatabaseKind kind : options.databases()) {
            if (options.sizes().stream()
                    .anyMatch(users -> !missing(kind, Scale.of(users)).isEmpty())) {
                measure(kind);
            }
        }
    }

    private void measure(DatabaseKind kind) {
        try (BenchDirectory warmUp = options.warmUpUsers() == 0
                        ? null
                        : BenchDirectory.start(BenchFolder.get().path(), Scale.of(options.warmUpUsers()));
                Databases databases = kind.start(BenchFolder.get().path().resolve("h2"), keycloak)) {
            for (int users : options.sizes()) {
                Scale scale = Scale.of(users);
                List<Cell> missing = missing(kind, scale);
                if (!missing.isEmpty()) {
                    measure(scale, missing, warmUp, databases);
                }
            }
        }
    }

    /** Repetition by repetition, so that what slows the machine down for a while meets everything. */
    private void measure(Scale scale, List<Cell> cells, @Nullable BenchDirectory warmUp, Databases databases) {
        try (BenchDirectory directory = BenchDirectory.start(BenchFolder.get().path(), scale)) {
            for (int repetition = 1; repetition <= options.repetitions(); repetition++) {
                for (Cell cell : cells) {
                    if (results.find(cell, repetition).isEmpty()) {
                        CellResult result =
                                new CellRun(cell, repetition, directory, warmUp, databases, keycloak).measure();
                        results.keep(result);
                        tell(result);
                    }
                }
            }
        }
    }

    private List<Cell> missing(DatabaseKind kind, Scale scale) {
        List<Cell> cells = new ArrayList<>();
        for (int roundTrip : options.roundTrips()) {
            for (Contender contender : options.contenders()) {
                Cell cell = new Cell(kind, scale, roundTrip, contender);
                if (options.isWanted(cell)
                        && results.all(cell, options.repetitions()).size() < options.repetitions()) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private static void tell(CellResult result) {
        for (StepResult step : result.steps()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %d  %-28s %9.2f s  %s%n",
                    result.cell().name(),
                    result.repetition(),
                    step.step().label(),
                    step.seconds(),
                    step.answer());
        }
    }
}
