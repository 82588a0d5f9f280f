package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.openldap.OperationTotals;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What all repetitions of a cell say together: of every figure the median. */
record SignInSummary(List<SignInFigures> repetitions) {

    double median() {
        return middle(SignInFigures::median);
    }

    double percentile95() {
        return middle(SignInFigures::percentile95);
    }

    double percentile99() {
        return middle(SignInFigures::percentile99);
    }

    double perSecond() {
        return middle(figures -> figures.signIns() / figures.seconds());
    }

    /** Of Keycloak's process, milliseconds for each sign-in. */
    double cpuMillis() {
        return middle(figures -> figures.cpuSeconds() * 1_000 / figures.signIns());
    }

    /** Binds and searches for each sign-in; empty where they were not counted. */
    Optional<Double> operations() {
        return ofLdap(OperationTotals::operations);
    }

    /** New connections for each sign-in. */
    Optional<Double> connections() {
        return ofLdap(OperationTotals::connections);
    }

    private Optional<Double> ofLdap(ToDoubleFunction<OperationTotals> count) {
        List<Double> counts = repetitions.stream()
                .filter(figures -> figures.ldap() != null)
                .map(figures -> count.applyAsDouble(Objects.requireNonNull(figures.ldap())) / figures.signIns())
                .toList();
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(Spread.of(counts).median());
    }

    /** Of all repetitions. */
    int unexpected() {
        return repetitions.stream().mapToInt(SignInFigures::unexpected).sum();
    }

    /** {@code 41 / 44 / 52}; with the wrong answers, if there were any. */
    String times() {
        String times = millis(median()) + " / " + millis(percentile95()) + " / " + millis(percentile99());
        return unexpected() == 0 ? times : times + " (" + Numbers.whole((long) unexpected()) + " wrong)";
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%,.0f", millis);
    }

    private double middle(ToDoubleFunction<SignInFigures> value) {
        return Spread.of(repetitions.stream().map(value::applyAsDouble).toList())
                .median();
    }
}
