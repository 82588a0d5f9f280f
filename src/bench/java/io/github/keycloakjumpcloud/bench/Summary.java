package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.postgres.StatementCounts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What all repetitions of one sync say together. */
record Summary(Step step, List<CellResult> repetitions) {

    /** Empty if it was not measured. */
    static Optional<Summary> of(Step step, List<CellResult> repetitions) {
        Summary summary = new Summary(step, repetitions);
        return summary.results().isEmpty() ? Optional.empty() : Optional.of(summary);
    }

    private List<StepResult> results() {
        return repetitions.stream()
                .flatMap(repetition -> repetition.steps().stream())
                .filter(result -> result.step() == step)
                .toList();
    }

    /** How often it was measured. */
    int times() {
        return results().size();
    }

    Spread seconds() {
        return spread(StepResult::seconds);
    }

    /** Whether Keycloak answered every time that it had done it. */
    boolean answered() {
        return results().stream().allMatch(result -> result.answer().startsWith("200 "));
    }

    double ldapOperations() {
        return spread(result -> result.ldap().operations()).median();
    }

    Optional<Double> sqlReads() {
        return sql(StatementCounts::selects);
    }

    Optional<Double> sqlWrites() {
        return sql(StatementCounts::writes);
    }

    private Optional<Double> sql(ToDoubleFunction<StatementCounts> count) {
        List<Double> counts = results().stream()
                .map(StepResult::sql)
                .filter(Objects::nonNull)
                .map(count::applyAsDouble)
                .toList();
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(Spread.of(counts).median());
    }

    /** Of all repetitions; empty if there was no collection in any. */
    Optional<Integer> peakMebibytes() {
        return results().stream()
                .map(StepResult::peakMebibytes)
                .filter(peak -> peak != GcLog.UNKNOWN)
                .max(Integer::compare);
    }

    /** The worst of all repetitions. */
    Deviation deviation() {
        return new Deviation(
                results().stream()
                        .mapToLong(result -> result.deviation().users())
                        .max()
                        .orElse(0),
                results().stream()
                        .mapToLong(result -> result.deviation().memberships())
                        .max()
                        .orElse(0));
    }

    /** What directory and database need for it at the least; empty for cells that no limits were measured beside. */
    Optional<Spread> limit() {
        List<Double> limits = repetitions.stream()
                .map(CellResult::limits)
                .filter(Objects::nonNull)
                .map(limit -> limit.of(step))
                .toList();
        return limits.isEmpty() ? Optional.empty() : Optional.of(Spread.of(limits));
    }

    private Spread spread(ToDoubleFunction<StepResult> value) {
        return Spread.of(results().stream().map(value::applyAsDouble).toList());
    }
}
