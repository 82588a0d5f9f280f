package io.github.keycloakjumpcloud.run;

import static io.github.keycloakjumpcloud.store.RunState.CANCELLED;
import static io.github.keycloakjumpcloud.store.RunState.COMPLETED;
import static io.github.keycloakjumpcloud.store.RunState.FAILED;
import static io.github.keycloakjumpcloud.store.RunState.LOST;
import static io.github.keycloakjumpcloud.store.RunState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.run.Approval.Reason;
import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.store.RunProgress;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.store.StoredRun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApprovalRuleTest {

    private final StoredRun holding = run(COMPLETED, "plan-1");

    @Test
    @DisplayName("the removals of the newest run can be approved")
    void newest() {
        assertThat(ApprovalRule.refusal(holding, List.of(holding, run(COMPLETED, "plan-0"))))
                .isEmpty();
    }

    @Test
    @DisplayName("they can be approved as long as later runs saw the same, or nothing")
    void sameOrNothing() {
        assertThat(ApprovalRule.refusal(holding, List.of(run(COMPLETED, "plan-1"), holding)))
                .isEmpty();
        assertThat(ApprovalRule.refusal(
                        holding, List.of(run(FAILED, null), run(LOST, null), run(CANCELLED, null), holding)))
                .isEmpty();
    }

    @Test
    @DisplayName("they lapse when a later run saw something else, be it nothing to hold or other removals")
    void lapsed() {
        assertThat(ApprovalRule.refusal(holding, List.of(run(COMPLETED, null), holding)))
                .contains(Reason.LAPSED);
        assertThat(ApprovalRule.refusal(holding, List.of(run(COMPLETED, "plan-2"), holding)))
                .contains(Reason.LAPSED);
        assertThat(ApprovalRule.refusal(holding, List.of(run(CANCELLED, "plan-2"), holding)))
                .contains(Reason.LAPSED);
    }

    @Test
    @DisplayName("a run that holds nothing back cannot be approved, nor can any while one is running")
    void neither() {
        StoredRun harmless = run(COMPLETED, null);
        assertThat(ApprovalRule.refusal(harmless, List.of(harmless))).contains(Reason.NOTHING_HELD);
        assertThat(ApprovalRule.refusal(holding, List.of(run(RUNNING, null), holding)))
                .contains(Reason.RUN_IN_PROGRESS);
    }

    private static StoredRun run(RunState state, @Nullable String heldPlan) {
        return new StoredRun(
                "run",
                "component",
                RunTrigger.TIMER,
                false,
                null,
                "node",
                1,
                state == RUNNING ? null : 2L,
                state,
                RunProgress.NONE,
                false,
                heldPlan,
                RunCounts.NONE);
    }
}
