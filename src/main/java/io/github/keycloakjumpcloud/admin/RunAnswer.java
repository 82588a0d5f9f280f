package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.github.keycloakjumpcloud.run.StartedRun;
import io.github.keycloakjumpcloud.run.TimeLeft;
import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.store.RunProgress;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.store.StoredRun;
import org.jspecify.annotations.Nullable;

/**
 * A run as the REST shows it. Times are milliseconds since 1970, as everywhere in Keycloak's admin REST; what is not known is left out.
 *
 * @param progress where it stands or stood
 * @param result added, updated, removed, failed
 * @param heldPlan the plan whose removals can be approved
 * @param report what the run did or would do; only where one run is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunAnswer(
        String id,
        RunState state,
        RunTrigger trigger,
        boolean dryRun,
        @Nullable String requestedBy,
        String node,
        long started,
        @Nullable Long finished,
        boolean cancelRequested,
        @Nullable Progress progress,
        RunCounts result,
        @Nullable String heldPlan,
        @JsonRawValue @Nullable String report) {

    /**
     * @param total 0 where it is not known
     * @param remainingMillis an estimate for the rest of the phase
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            String phase, long done, long total, @Nullable Long remainingMillis) {

        static @Nullable Progress of(StoredRun run) {
            RunProgress progress = run.progress();
            if (progress.phase() == null) {
                return null;
            }
            Long remaining = run.state() == RunState.RUNNING ? TimeLeft.of(progress) : null;
            return new Progress(progress.phase(), progress.done(), progress.total(), remaining);
        }
    }

    /** The answer to a start. */
    record Started(String id, boolean joined) {}

    static Started started(StartedRun run) {
        return new Started(run.runId(), run.joined());
    }

    static RunAnswer of(StoredRun run, @Nullable String report) {
        return new RunAnswer(
                run.id(),
                run.state(),
                run.trigger(),
                run.dryRun(),
                run.requestedBy(),
                run.node(),
                run.started(),
                run.finished(),
                run.cancelRequested(),
                Progress.of(run),
                run.counts(),
                run.heldPlan(),
                report);
    }
}
