package io.github.keycloakjumpcloud.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Draws the first import and the sync that finds nothing changed, for every round trip. */
record Plots(BenchOptions options, Results results) {

    private static final String SLOW = "#c2410c";
    private static final String FAST = "#1d4ed8";
    private static final String LEAST = "#9ca3af";

    /** Empty if nothing was measured. */
    Optional<String> svg() {
        List<Panel> panels = new ArrayList<>();
        for (Step step : List.of(Step.FIRST_IMPORT, Step.NOTHING_CHANGED)) {
            for (int roundTrip : options.roundTrips()) {
                List<Series> series = new ArrayList<>();
                for (DatabaseKind database : options.databases()) {
                    series.addAll(series(database, roundTrip, step));
                }
                String title = step.label().substring(0, 1).toUpperCase(Locale.ROOT)
                        + step.label().substring(1);
                panels.add(new Panel(title + ", round trip " + roundTrip + " ms", series));
            }
        }
        boolean measured = panels.stream().anyMatch(panel -> !panel.series().isEmpty());
        return measured ? Optional.of(new SvgPlot("users", "seconds", panels).text()) : Optional.empty();
    }

    private List<Series> series(DatabaseKind database, int roundTrip, Step step) {
        boolean dashed = database == DatabaseKind.H2;
        String where = ", " + database.label();
        Function<Summary, Optional<Double>> time =
                one -> one.answered() ? Optional.of(one.seconds().median()) : Optional.empty();
        List<Series> all = List.of(
                new Series(
                        "built-in" + where, SLOW, dashed, points(database, roundTrip, Contender.BUILT_IN, step, time)),
                new Series(
                        "this extension" + where,
                        FAST,
                        dashed,
                        points(database, roundTrip, Contender.OURS, step, time)),
                new Series(
                        "limit" + where,
                        LEAST,
                        dashed,
                        points(database, roundTrip, Contender.OURS, step, one -> one.limit()
                                .map(Spread::median))));
        return all.stream().filter(series -> !series.points().isEmpty()).toList();
    }

    private List<Series.Point> points(
            DatabaseKind database,
            int roundTrip,
            Contender contender,
            Step step,
            Function<Summary, Optional<Double>> value) {
        List<Series.Point> points = new ArrayList<>();
        for (int users : options.sizes().stream().sorted().toList()) {
            Cell cell = new Cell(database, Scale.of(users), roundTrip, contender);
            Summary.of(step, results.all(cell, options.repetitions()))
                    .flatMap(value)
                    .ifPresent(seconds -> points.add(new Series.Point(users, seconds)));
        }
        return points;
    }
}
