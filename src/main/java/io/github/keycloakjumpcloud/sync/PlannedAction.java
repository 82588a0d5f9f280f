package io.github.keycloakjumpcloud.sync;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a plan does or leaves undone, for people.
 *
 * @param kind what is done
 * @param subject name of the user or group; for an entry that is not brought in, its DN
 * @param group for a membership, the group's name
 * @param dn the entry in the directory, where there is or was one
 * @param reason why, as a sentence
 */
public record PlannedAction(
        ActionKind kind,
        String subject,
        @Nullable String group,
        @Nullable String dn,
        String reason) {}
