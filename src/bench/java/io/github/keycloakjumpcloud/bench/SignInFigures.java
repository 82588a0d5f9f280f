package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.openldap.OperationTotals;
import org.jspecify.annotations.Nullable;

/**
 * One repetition of a cell.
 *
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
        int signIns,
        double seconds,
        double median,
        double percentile95,
        double percentile99,
        int unexpected,
        double cpuSeconds,
        @Nullable OperationTotals ldap) {}
