package io.github.keycloakjumpcloud.store;

import org.jspecify.annotations.Nullable;

/** A run that wants to start on this node. */
public record NewRun(
        String id,
        String componentId,
        String realmId,
        RunTrigger trigger,
        boolean dryRun,
        @Nullable String requestedBy,
        String node) {}
