package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.openldap.OperationTotals;
import org.jspecify.annotations.Nullable;

/**
 * One repetition of a cell.
 *
 * @param stolen part of the processors' time that this machine's host gave to others, 0 to 1
 * @param signIns how many were measured
 * @param seconds from the first request to the last answer
 * @param median milliseconds; so are the percentiles
 * @param unexpected answers other than the one that was right, 503 among them
 * @param cpuSeconds of Keycloak's process
 * @param ldap null where nobody counts
 */
record SignInFigures(
        SignInCell cell,
        int repetition,
        String date,
        double loadAverage,
        double stolen,
        int signIns,
        double seconds,
        double median,
        double percentile95,
        double percentile99,
        int unexpected,
        double cpuSeconds,
        @Nullable OperationTotals ldap) {}
