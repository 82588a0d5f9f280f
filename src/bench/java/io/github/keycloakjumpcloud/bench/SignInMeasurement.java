package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.openldap.OperationTotals;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures one repetition of a cell.
 *
 * @param cpu what Keycloak has used of the processors so far
 * @param totals what was asked of the directory so far; null where it does not count
 */
record SignInMeasurement(
        SignInCell cell,
        int repetition,
        Supplier<Duration> cpu,
        @Nullable Supplier<OperationTotals> totals) {

    SignInFigures of(int signIns, Supplier<Load.Outcome> load) {
        double loadAverage = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        OperationTotals before = totals == null ? null : totals.get();
        Duration cpuBefore = cpu.get();
        Load.Outcome outcome = load.get();
        double cpuSeconds = cpu.get().minus(cpuBefore).toMillis() / 1e3;
        Latencies latencies = outcome.latencies();
        return new SignInFigures(
                cell,
                repetition,
                Instant.now().toString(),
                loadAverage,
                signIns,
                outcome.seconds(),
                latencies.percentile(50),
                latencies.percentile(95),
                latencies.percentile(99),
                outcome.unexpected(),
                cpuSeconds,
                totals == null || before == null ? null : totals.get().since(before));
    }
}
