package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.config.SignInSettings;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;

/** What the answer to one bind says about a password. Pure. */
public final class BindVerdict {

    /**
     * JumpCloud refuses a wrong password or code within a round trip, and a push only when somebody has picked up the phone or the time is over. The result
     * code is 49 for all of them, so time alone tells them apart.
     */
    static final Duration PUSH = Duration.ofSeconds(5);

    private BindVerdict() {}

    /** Whether JumpCloud may send a push for this password; who typed a code is sent none. */
    public static boolean mayPush(SignInSettings settings, String password) {
        return settings.secondFactor() && !PasswordWithCode.isOne(password);
    }

    /**
     * The verdict.
     *
     * @param mayPush whether somebody's phone may have been waited for
     */
    public static Verdict of(BindOutcome bind, boolean mayPush) {
        if (mayPush && isUnanswered(bind)) {
            return new Verdict.Unanswered();
        }
        if (bind instanceof BindOutcome.Unavailable unavailable) {
            return new Verdict.Unavailable(unavailable.problem());
        }
        if (bind instanceof BindOutcome.InvalidCredentials refused) {
            return Refusal.of(refused);
        }
        return new Verdict.Accepted(((BindOutcome.Accepted) bind).state());
    }

    /** What counts is JumpCloud's time: a wrong password may have waited here as well. */
    private static boolean isUnanswered(BindOutcome bind) {
        if (bind instanceof BindOutcome.InvalidCredentials refused) {
            return refused.waited().compareTo(PUSH) >= 0;
        }
        return bind instanceof BindOutcome.Unavailable unavailable
                && unavailable.problem().kind() == Problem.Kind.TIMEOUT
                && unavailable.waited().compareTo(PUSH) >= 0;
    }
}
