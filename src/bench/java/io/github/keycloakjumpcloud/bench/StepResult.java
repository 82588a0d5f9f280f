package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.openldap.OperationTotals;
import io.github.keycloakjumpcloud.postgres.StatementCounts;
import org.jspecify.annotations.Nullable;

/**
 * One sync.
 *
 * @param seconds from the call to its answer
 * @param cpuSeconds of Keycloak's process
 * @param sql null where the database does not count
 * @param peakMebibytes the most that was left in the heap after a collection; {@link GcLog#UNKNOWN} if there was none
 * @param answer what Keycloak said
 * @param deviation what was wrong afterwards
 */
record StepResult(
        Step step,
        double seconds,
        double cpuSeconds,
        OperationTotals ldap,
        @Nullable StatementCounts sql,
        int peakMebibytes,
        String answer,
        Deviation deviation) {}
