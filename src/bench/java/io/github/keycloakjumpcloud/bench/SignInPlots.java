package io.github.keycloakjumpcloud.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Draws how long sign-ins take against how many sign in at the same time. */
record SignInPlots(SignInOptions options, SignInResults results) {

    private static final String SLOW = "#c2410c";
    private static final String FAST = "#1d4ed8";
    private static final String LEAST = "#9ca3af";

    /** Empty if nothing was measured. */
    Optional<String> svg() {
        List<Panel> panels = new ArrayList<>();
        for (SignInKind kind : List.of(SignInKind.KNOWN_USER, SignInKind.WRONG_PASSWORD)) {
            for (int roundTrip : options.roundTrips()) {
                String label = kind == SignInKind.KNOWN_USER ? "Known user" : "Wrong password";
                panels.add(new Panel(label + ", round trip " + roundTrip + " ms", series(kind, roundTrip)));
            }
        }
        boolean measured = panels.stream().anyMatch(panel -> !panel.series().isEmpty());
        return measured
                ? Optional.of(new SvgPlot("users at the same time", "seconds", panels).text())
                : Optional.empty();
    }

    private List<Series> series(SignInKind kind, int roundTrip) {
        List<Series> series = new ArrayList<>();
        add(series, "built-in", SLOW, kind, roundTrip, SignInContender.BUILT_IN);
        add(series, "this extension", FAST, kind, roundTrip, SignInContender.OURS);
        List<Series.Point> limit =
                points(SignInKind.KNOWN_USER, roundTrip, SignInContender.BARE_BIND, SignInSummary::median);
        series.add(new Series("limit, median", LEAST, false, limit));
        return series.stream().filter(one -> !one.points().isEmpty()).toList();
    }

    private void add(
            List<Series> series, String label, String colour, SignInKind kind, int roundTrip, SignInContender who) {
        series.add(new Series(label + ", median", colour, false, points(kind, roundTrip, who, SignInSummary::median)));
        series.add(new Series(
                label + ", 99th percentile", colour, true, points(kind, roundTrip, who, SignInSummary::percentile99)));
    }

    private List<Series.Point> points(
            SignInKind kind, int roundTrip, SignInContender who, ToDoubleFunction<SignInSummary> millis) {
        List<Series.Point> points = new ArrayList<>();
        for (int users : options.users().stream().sorted().toList()) {
            results.summary(
                            new SignInCell(who, roundTrip, Situation.EVERYTHING_WORKS, kind, users),
                            options.repetitions())
                    .ifPresent(summary -> points.add(new Series.Point(users, millis.applyAsDouble(summary) / 1_000)));
        }
        return points;
    }
}
