package io.github.keycloakjumpcloud.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One line for each sync of each database, size and round trip. */
final class ResultTable {

    private static final String NOT_MEASURED = "not measured";
    private static final String NOTHING = "–";

    private final BenchOptions options;
    private final Results results;
    private final MarkdownTable table = new MarkdownTable(
            4,
            "database",
            "users",
            "round trip",
            "sync",
            "built-in",
            "this extension",
            "faster",
            "limit",
            "LDAP operations",
            "SQL reads",
            "SQL writes",
            "heap",
            "left wrong");

    ResultTable(BenchOptions options, Results results) {
        this.options = options;
        this.results = results;
    }

    String text() {
        for (DatabaseKind database : options.databases()) {
            for (int users : options.sizes()) {
                for (int roundTrip : options.roundTrips()) {
                    for (Step step : Step.values()) {
                        row(database, Scale.of(users), roundTrip, step);
                    }
                }
            }
        }
        return table.text();
    }

    private void row(DatabaseKind database, Scale scale, int roundTrip, Step step) {
        Optional<Summary> builtIn = summary(new Cell(database, scale, roundTrip, Contender.BUILT_IN), step);
        Optional<Summary> ours = summary(new Cell(database, scale, roundTrip, Contender.OURS), step);
        if (builtIn.isEmpty() && ours.isEmpty()) {
            return;
        }
        table.row(List.of(
                database.label(),
                Numbers.whole(scale.users()),
                roundTrip + " ms",
                step.label(),
                time(builtIn),
                time(ours),
                builtIn.filter(Summary::answered)
                        .flatMap(slow -> ours.filter(Summary::answered)
                                .map(fast ->
                                        slow.seconds().median() / fast.seconds().median()))
                        .map(Numbers::times)
                        .orElse(NOTHING),
                ours.flatMap(Summary::limit).map(Spread::inSeconds).orElse(NOTHING),
                both(builtIn, ours, one -> Optional.of(Numbers.whole(one.ldapOperations()))),
                both(builtIn, ours, one -> one.sqlReads().map(Numbers::whole)),
                both(builtIn, ours, one -> one.sqlWrites().map(Numbers::whole)),
                both(builtIn, ours, one -> one.peakMebibytes().map(peak -> peak + " MiB")),
                both(builtIn, ours, one -> Optional.of(wrong(one.deviation())))));
    }

    private Optional<Summary> summary(Cell cell, Step step) {
        return Summary.of(step, results.all(cell, options.repetitions()));
    }

    private String time(Optional<Summary> summary) {
        return summary.map(one -> (one.answered() ? "" : "failed after ")
                        + one.seconds().inSeconds()
                        + Numbers.ifFewer(one.times(), options.repetitions()))
                .orElse(NOT_MEASURED);
    }

    private static String both(
            Optional<Summary> builtIn, Optional<Summary> ours, Function<Summary, Optional<String>> value) {
        return builtIn.flatMap(value).orElse(NOTHING) + " / "
                + ours.flatMap(value).orElse(NOTHING);
    }

    private static String wrong(Deviation deviation) {
        if (deviation.users() == 0 && deviation.memberships() == 0) {
            return "nothing";
        }
        return Numbers.whole(deviation.users()) + " users, " + Numbers.whole(deviation.memberships()) + " memberships";
    }
}
