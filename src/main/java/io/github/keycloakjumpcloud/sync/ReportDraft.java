package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.welcome.WelcomeMails;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what a report says. Used once. */
final class ReportDraft {

    private final boolean dryRun;
    private long leftOut;
    private @Nullable HeldRemovals held;
    private @Nullable String approvedPlan;
    private @Nullable String settings;
    private @Nullable WelcomeMails welcome;

    ReportDraft(boolean dryRun) {
        this.dryRun = dryRun;
    }

    /** Notes what the guard said; what it clears counts as good unless something else goes wrong. */
    void verdict(GuardVerdict verdict, SyncPlan plan, String settingsDigest) {
        if (verdict instanceof GuardVerdict.Held wait) {
            held = HeldRemovals.of(wait, plan);
            return;
        }
        settings = settingsDigest;
        if (verdict instanceof GuardVerdict.Approved approved) {
            approvedPlan = approved.planId();
        }
    }

    /** Notes how many values of users are left out; they are among the failures. */
    void leftOut(int values) {
        leftOut = values;
    }

    /** Notes what became of the welcome mails. */
    void welcome(WelcomeMails mails) {
        welcome = mails;
    }

    /** A run that ended before anything was planned. */
    SyncReport ended(SyncOutcome outcome, @Nullable String problem, Map<SyncPhase, Long> millis) {
        return new SyncReport(
                outcome, dryRun, Map.of(), 0, 0, 0, 0, List.of(), List.of(), Map.of(), null, null, problem, null, null,
                millis);
    }

    /** A run that carried out {@code done}. */
    SyncReport done(
            SyncPlan done,
            List<RejectedEntry> failures,
            SyncOutcome outcome,
            @Nullable String problem,
            Map<SyncPhase, Long> millis) {
        PlanActions actions = new PlanActions(done);
        Map<ActionKind, Long> counts = actions.counts();
        Map<ActionKind, Long> more = new EnumMap<>(ActionKind.class);
        counts.forEach((kind, count) -> {
            if (count > PlanActions.LISTED) {
                more.put(kind, count - PlanActions.LISTED);
            }
        });
        boolean good = outcome == SyncOutcome.COMPLETED && !dryRun;
        return new SyncReport(
                outcome,
                dryRun,
                counts,
                done.changes().size(),
                done.unchanged(),
                (long) done.obstacles().conflicts().size()
                        + done.obstacles().rejected().size()
                        + failures.size(),
                leftOut,
                failures.stream().limit(PlanActions.LISTED).toList(),
                actions.listed(),
                more,
                held,
                approvedPlan,
                problem,
                good ? settings : null,
                welcome,
                millis);
    }
}
