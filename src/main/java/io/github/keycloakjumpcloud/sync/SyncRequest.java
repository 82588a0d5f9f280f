package io.github.keycloakjumpcloud.sync;

import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for.
 *
 * @param dryRun whether it only reports what it would do; a provider that is set to dry runs does not do more for being asked
 * @param approvedPlan id of the held removals that an administrator has approved, or {@code null}
 * @param lastGoodSettings {@link SyncReport#goodSettings()} of the last run that had any, or {@code null}
 */
public record SyncRequest(
        boolean dryRun,
        @Nullable String approvedPlan,
        @Nullable String lastGoodSettings) {}
