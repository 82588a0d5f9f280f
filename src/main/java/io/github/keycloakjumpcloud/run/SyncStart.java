package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.store.RunTrigger;
import org.jspecify.annotations.Nullable;

/**
 * A wish to sync.
 *
 * @param requestedBy id of the administrator; {@code null} where Keycloak starts the sync: it does not say for whom
 * @param approvedPlan id of the plan whose removals are released
 */
public record SyncStart(
        RunTrigger trigger,
        boolean dryRun,
        @Nullable String requestedBy,
        @Nullable String approvedPlan) {

    /** A sync that Keycloak starts. */
    public static SyncStart by(RunTrigger trigger) {
        return new SyncStart(trigger, false, null, null);
    }
}
