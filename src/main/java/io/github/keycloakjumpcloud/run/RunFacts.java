package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.store.StoredRun;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a component's history says about now.
 *
 * @param lastSuccess when a sync last completed, in milliseconds since 1970; 0 where none of the known runs did
 * @param heldRemovals how many removals the newest sync holds back; a dry run would have taken nothing, and so holds nothing
 */
record RunFacts(long lastSuccess, long heldRemovals) {

    /** @param report the report of a run, as JSON; asked only where a run's removals wait */
    static RunFacts of(List<StoredRun> newestFirst, Function<String, Optional<String>> report) {
        long lastSuccess = newestFirst.stream()
                .filter(RunFacts::isSuccess)
                .map(StoredRun::finished)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        long held = ApprovalRule.newestPicture(
                        newestFirst.stream().filter(run -> !run.dryRun()).toList())
                .filter(run -> run.heldPlan() != null)
                .flatMap(run -> report.apply(run.id()))
                .map(ReportJson::heldRemovals)
                .orElse(0L);
        return new RunFacts(lastSuccess, held);
    }

    private static boolean isSuccess(StoredRun run) {
        return run.state() == RunState.COMPLETED && !run.dryRun() && run.trigger() != RunTrigger.ADOPTION;
    }
}
