package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.credential.Refresh;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Whether what the entry says counts already. Pure. */
record RefreshStep(UserObservation seen) {

    /** @param spared whether the entry would keep somebody out whom the password lets in */
    SignInStep of(boolean spared) {
        if (seen.isForeign()) {
            return SignInStep.skipped(StepName.REFRESH, "jumpcloud.explain.enabled.foreign");
        }
        if (seen.refresh() instanceof Refresh.Rests rests) {
            Instant until = rests.until().truncatedTo(ChronoUnit.SECONDS);
            StepDetails details = StepDetails.none().with("until", until.toString());
            return step(spared, details, SignInObstacle.REFRESHED_LATELY, until);
        }
        return seen.refresh() instanceof Refresh.Never
                ? step(spared, StepDetails.none(), SignInObstacle.NEVER_REFRESHED)
                : SignInStep.ok(StepName.REFRESH, StepDetails.none(), "jumpcloud.explain.refresh.due");
    }

    private static SignInStep step(boolean spared, StepDetails details, SignInObstacle reason, Object... args) {
        return spared
                ? SignInStep.warning(StepName.REFRESH, details, reason, args)
                : SignInStep.ok(StepName.REFRESH, details, reason.messageKey(), args);
    }
}
