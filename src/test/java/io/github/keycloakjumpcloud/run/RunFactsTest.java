package io.github.keycloakjumpcloud.run;

import static io.github.keycloakjumpcloud.store.RunState.CANCELLED;
import static io.github.keycloakjumpcloud.store.RunState.COMPLETED;
import static io.github.keycloakjumpcloud.store.RunState.FAILED;
import static io.github.keycloakjumpcloud.store.RunState.LOST;
import static io.github.keycloakjumpcloud.store.RunState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.store.RunCounts;
import io.github.keycloakjumpcloud.store.RunProgress;
import io.github.keycloakjumpcloud.store.RunState;
import io.github.keycloakjumpcloud.store.RunTrigger;
import io.github.keycloakjumpcloud.store.StoredRun;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunFactsTest {

    private static final String REPORT = "{\"held\":{\"counts\":{\"DISABLE_USER\":3,\"LEAVE_GROUP\":4}}}";

    @Test
    @DisplayName("the last success is the newest sync that completed and was no dry run")
    void success() {
        List<StoredRun> history = List.of(
                run(RUNNING, RunTrigger.TIMER, false, 9, null),
                run(FAILED, RunTrigger.TIMER, false, 8, null),
                run(LOST, RunTrigger.TIMER, false, 7, null),
                run(CANCELLED, RunTrigger.REST, false, 6, null),
                run(COMPLETED, RunTrigger.REST, true, 5, null),
                run(COMPLETED, RunTrigger.ADOPTION, false, 4, null),
                run(COMPLETED, RunTrigger.TIMER, false, 3, null),
                run(COMPLETED, RunTrigger.TIMER, false, 2, null));

        assertThat(facts(history)).isEqualTo(new RunFacts(3, 0));
        assertThat(facts(List.of())).isEqualTo(new RunFacts(0, 0));
    }

    @Test
    @DisplayName("removals wait as long as no later run has seen another picture")
    void held() {
        StoredRun holding = run(COMPLETED, RunTrigger.TIMER, false, 3, "plan");

        assertThat(facts(List.of(holding)).heldRemovals()).isEqualTo(7);
        assertThat(facts(List.of(run(FAILED, RunTrigger.TIMER, false, 4, null), holding))
                        .heldRemovals())
                .isEqualTo(7);
        assertThat(facts(List.of(run(COMPLETED, RunTrigger.APPROVAL, false, 4, null), holding))
                        .heldRemovals())
                .isZero();
    }

    @Test
    @DisplayName("a dry run holds nothing back, and changes nothing of what a sync holds back")
    void heldByDryRuns() {
        StoredRun dry = run(COMPLETED, RunTrigger.REST, true, 4, "other plan");

        assertThat(facts(List.of(dry)).heldRemovals()).isZero();
        assertThat(facts(List.of(dry, run(COMPLETED, RunTrigger.TIMER, false, 3, null)))
                        .heldRemovals())
                .isZero();
        assertThat(facts(List.of(
                                run(COMPLETED, RunTrigger.REST, true, 4, null),
                                run(COMPLETED, RunTrigger.TIMER, false, 3, "plan")))
                        .heldRemovals())
                .isEqualTo(7);
    }

    @Test
    @DisplayName("a report that was not stored, or says nothing, counts as none")
    void withoutReport() {
        StoredRun holding = run(COMPLETED, RunTrigger.TIMER, false, 3, "plan");

        assertThat(RunFacts.of(List.of(holding), id -> Optional.empty()).heldRemovals())
                .isZero();
        assertThat(RunFacts.of(List.of(holding), id -> Optional.of("{}")).heldRemovals())
                .isZero();
    }

    private static RunFacts facts(List<StoredRun> newestFirst) {
        return RunFacts.of(newestFirst, id -> Optional.of(REPORT));
    }

    private static StoredRun run(
            RunState state, RunTrigger trigger, boolean dryRun, long finished, @Nullable String heldPlan) {
        return new StoredRun(
                "run-" + finished,
                "component",
                trigger,
                dryRun,
                null,
                "node",
                1,
                state == RUNNING ? null : (Long) finished,
                state,
                RunProgress.NONE,
                false,
                heldPlan,
                RunCounts.NONE);
    }
}
