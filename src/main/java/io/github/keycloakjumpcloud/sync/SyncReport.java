package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.welcome.WelcomeMails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, or would have done. Made of texts and numbers only, so that it can be kept as JSON.
 *
 * @param outcome how it ended
 * @param dryRun whether nothing was written
 * @param counts how many actions of each kind were done
 * @param updated how many users were changed, memberships included
 * @param unchanged how many users needed nothing
 * @param failed how many entries could not be brought in: conflicts, rejected ones and those that could not be written; and values left out
 * @param leftOut how many of these are values that Keycloak refuses, of users who come in without them
 * @param failures the first entries that could not be written and values left out, each with the reason
 * @param actions the first actions of each kind
 * @param more how many of each kind are not listed
 * @param held removals that wait for an approval, or {@code null}
 * @param approvedPlan the plan that was approved and went through, or {@code null}
 * @param problem why the run failed, as an English sentence, or {@code null}
 * @param settings digest of the settings to compare the next run's with, or {@code null} where this run proves nothing
 * @param welcome what became of the welcome mails, or {@code null} where none are wanted, or the run ended before their turn
 * @param millis duration of each phase
 */
public record SyncReport(
        SyncOutcome outcome,
        boolean dryRun,
        Map<ActionKind, Long> counts,
        long updated,
        long unchanged,
        long failed,
        long leftOut,
        List<RejectedEntry> failures,
        List<PlannedAction> actions,
        Map<ActionKind, Long> more,
        @Nullable HeldRemovals held,
        @Nullable String approvedPlan,
        @Nullable String problem,
        @Nullable String settings,
        @Nullable WelcomeMails welcome,
        Map<SyncPhase, Long> millis) {

    /** How many actions of a kind were done. */
    public long count(ActionKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Users created. */
    public long added() {
        return count(ActionKind.CREATE_USER);
    }

    /** Users disabled or deleted. */
    public long removed() {
        return count(ActionKind.DISABLE_USER) + count(ActionKind.DELETE_USER);
    }

    /** Entries that could not be written. */
    public long unwritten() {
        return failed - leftOut - count(ActionKind.CONFLICT) - count(ActionKind.REJECTED);
    }

    /** The id of the removals that wait. */
    public Optional<String> heldPlan() {
        return Optional.ofNullable(held).map(HeldRemovals::plan);
    }

    /** The settings' digest, where the directory was read wholly and every removal went through. */
    public Optional<String> goodSettings() {
        return Optional.ofNullable(settings);
    }

    /** Why the run failed. */
    public Optional<String> problemText() {
        return Optional.ofNullable(problem);
    }

    /** How long all phases took together. */
    public long totalMillis() {
        return millis.values().stream().mapToLong(Long::longValue).sum();
    }
}
