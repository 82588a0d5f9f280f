package io.github.keycloakjumpcloud.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** One line for each combination of situation, round trip, kind of sign-in and number of users. */
record SignInTable(SignInOptions options, SignInResults results) {

    private static final String NOTHING = "–";

    String text() {
        MarkdownTable table = new MarkdownTable(
                4,
                "situation",
                "round trip",
                "sign-in",
                "users at once",
                "built-in (ms)",
                "this extension (ms)",
                "faster, median",
                "faster, 99 %",
                "limit (ms)",
                "a second",
                "more",
                "LDAP operations",
                "new connections",
                "CPU (ms)");
        for (SignInCell cell : options.cells(SignInContender.OURS)) {
            row(cell, table);
        }
        return table.text();
    }

    private void row(SignInCell cell, MarkdownTable table) {
        Optional<SignInSummary> ours = summary(cell);
        // It does the same for a user whether or not he has just been there.
        SignInKind kind = cell.kind() == SignInKind.REFRESHED_USER ? SignInKind.KNOWN_USER : cell.kind();
        Optional<SignInSummary> builtIn = summary(cell.of(kind).by(SignInContender.BUILT_IN));
        if (ours.isEmpty() && builtIn.isEmpty()) {
            return;
        }
        Optional<SignInSummary> limit = summary(cell.of(SignInKind.KNOWN_USER).by(SignInContender.BARE_BIND));
        table.row(List.of(
                cell.situation().label(),
                cell.roundTripMillis() + " ms",
                cell.kind().label(),
                Numbers.whole((long) cell.users()),
                builtIn.map(this::times).orElse(NOTHING),
                ours.map(this::times).orElse(NOTHING),
                factor(builtIn, ours, SignInSummary::median),
                factor(builtIn, ours, SignInSummary::percentile99),
                limit.map(this::times).orElse(NOTHING),
                both(builtIn, ours, one -> Optional.of(one.perSecond()), 0),
                factor(ours, builtIn, SignInSummary::perSecond),
                both(builtIn, ours, SignInSummary::operations, 1),
                both(builtIn, ours, SignInSummary::connections, 1),
                both(builtIn, ours, one -> Optional.of(one.cpuMillis()), 1)));
    }

    private String times(SignInSummary summary) {
        int repetitions = summary.repetitions().size();
        return summary.times() + Numbers.ifFewer(repetitions, options.repetitions());
    }

    private Optional<SignInSummary> summary(SignInCell cell) {
        return results.summary(cell, options.repetitions());
    }

    /** How many times the second goes into the first. */
    private static String factor(
            Optional<SignInSummary> first, Optional<SignInSummary> second, Function<SignInSummary, Double> value) {
        return first.flatMap(one -> second.map(other -> value.apply(one) / value.apply(other)))
                .map(Numbers::times)
                .orElse(NOTHING);
    }

    private static String both(
            Optional<SignInSummary> builtIn,
            Optional<SignInSummary> ours,
            Function<SignInSummary, Optional<Double>> value,
            int decimals) {
        return text(builtIn.flatMap(value), decimals) + " / " + text(ours.flatMap(value), decimals);
    }

    private static String text(Optional<Double> number, int decimals) {
        return number.map(one -> String.format(Locale.ROOT, "%,." + decimals + "f", one))
                .orElse(NOTHING);
    }
}
