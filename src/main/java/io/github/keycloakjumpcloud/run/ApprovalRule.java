package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.run.Approval.Reason;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.StoredRun;
import java.util.List;
import java.util.Optional;

/**
 * An approval names a plan, and holds only as long as nobody has seen another one. Runs that saw no picture at all (the directory was away, the
 * node died) do not count.
 */
final class ApprovalRule {

    private ApprovalRule() {}

    /** Why the removals that {@code run} holds cannot be approved; empty where they can. */
    static Optional<Reason> refusal(StoredRun run, List<StoredRun> newestFirst) {
        String plan = run.heldPlan();
        if (plan == null) {
            return Optional.of(Reason.NOTHING_HELD);
        }
        if (newestFirst.stream().anyMatch(other -> other.state() == RunState.RUNNING)) {
            return Optional.of(Reason.RUN_IN_PROGRESS);
        }
        boolean current = newestPicture(newestFirst)
                .filter(newest -> plan.equals(newest.heldPlan()))
                .isPresent();
        return current ? Optional.empty() : Optional.of(Reason.LAPSED);
    }

    /** The newest run that saw a picture of the directory. */
    static Optional<StoredRun> newestPicture(List<StoredRun> newestFirst) {
        return newestFirst.stream().filter(ApprovalRule::sawAPicture).findFirst();
    }

    private static boolean sawAPicture(StoredRun run) {
        return run.heldPlan() != null || run.state() == RunState.COMPLETED;
    }
}
