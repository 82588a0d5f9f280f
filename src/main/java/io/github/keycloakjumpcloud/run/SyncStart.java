package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.store.RunTrigger;
import org.jspecify.annotations.Nullable;

/**
 * A wish to sync.
 *
 * @param requestedBy id of the administrator; {@code null} where nobody asked, or it is not known who
 * @param approvedPlan id of the plan whose removals are released
 */
public record SyncStart(
        RunTrigger trigger,
        boolean dryRun,
        @Nullable String requestedBy,
        @Nullable String approvedPlan) {

    /** A sync that Keycloak starts. */
    public static SyncStart by(RunTrigger trigger, @Nullable String requestedBy) {
        return new SyncStart(trigger, false, requestedBy, null);
    }
}
