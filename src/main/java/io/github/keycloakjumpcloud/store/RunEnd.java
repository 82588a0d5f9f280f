package io.github.keycloakjumpcloud.store;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a run that has ended.
 *
 * @param report JSON
 * @param heldPlan id of the plan whose removals wait for an approval
 * @param goodSettings digest of the settings that this run has proved; {@code null} leaves the known one
 */
public record RunEnd(
        RunState state,
        RunCounts counts,
        @Nullable String report,
        @Nullable String heldPlan,
        @Nullable String goodSettings) {

    /** The end of a run that broke off, with nothing to report. */
    public static final RunEnd FAILURE = new RunEnd(RunState.FAILED, RunCounts.FAILURE, null, null, null);
}
