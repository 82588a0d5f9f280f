package io.github.keycloakjumpcloud.store;

import org.jspecify.annotations.Nullable;

/**
 * One row of the history, without the report. Times are milliseconds since 1970 by the database's clock.
 *
 * @param requestedBy id of the administrator; {@code null} where Keycloak started the run and did not say for whom
 * @param node where it runs or ran
 * @param finished {@code null} while it runs; for a lost run, when that was noticed
 * @param heldPlan id of the plan whose removals wait for an approval
 */
public record StoredRun(
        String id,
        String componentId,
        RunTrigger trigger,
        boolean dryRun,
        @Nullable String requestedBy,
        String node,
        long started,
        @Nullable Long finished,
        RunState state,
        RunProgress progress,
        boolean cancelRequested,
        @Nullable String heldPlan,
        RunCounts counts) {

    /** The same run as one that its node no longer keeps alive. */
    StoredRun lost() {
        return new StoredRun(
                id,
                componentId,
                trigger,
                dryRun,
                requestedBy,
                node,
                started,
                finished,
                RunState.LOST,
                progress,
                cancelRequested,
                heldPlan,
                counts);
    }
}
