package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.directory.AccountState;

/** The last step: the password. Pure. */
final class BindStep {

    private BindStep() {}

    static SignInStep noPassword() {
        return SignInStep.skipped(StepName.BIND, "jumpcloud.explain.bind.noPassword");
    }

    /** An attempt that cannot change anything would count at JumpCloud all the same. */
    static SignInStep notTried() {
        return SignInStep.skipped(StepName.BIND, "jumpcloud.explain.bind.notTried");
    }

    static SignInStep of(Verdict verdict, long millis) {
        return judged(verdict).after(millis);
    }

    private static SignInStep judged(Verdict verdict) {
        if (verdict instanceof Verdict.Accepted accepted) {
            return accepted.state() == AccountState.NOT_TOLD
                    ? SignInStep.ok(StepName.BIND, StepDetails.none(), "jumpcloud.explain.bind.accepted")
                    : SignInStep.warning(StepName.BIND, StepDetails.none(), obstacle(accepted.state()));
        }
        if (verdict instanceof Verdict.Refused refused) {
            return SignInStep.failed(StepName.BIND, StepDetails.none(), obstacle(refused.state()));
        }
        if (verdict instanceof Verdict.Unavailable unavailable) {
            return SignInStep.unasked(StepName.BIND, Finding.Result.FAILED, StepDetails.none(), unavailable.problem());
        }
        // Nothing else comes of a bind without a memory of passwords.
        return SignInStep.warning(StepName.BIND, StepDetails.none(), SignInObstacle.PUSH_UNANSWERED)
                .unjudged();
    }

    private static SignInObstacle obstacle(AccountState state) {
        return switch (state) {
            case LOCKED -> SignInObstacle.ACCOUNT_LOCKED;
            case PASSWORD_EXPIRED -> SignInObstacle.PASSWORD_EXPIRED;
            case CHANGE_NEEDED -> SignInObstacle.CHANGE_NEEDED;
            case NOT_TOLD -> SignInObstacle.PASSWORD_REFUSED;
        };
    }
}
