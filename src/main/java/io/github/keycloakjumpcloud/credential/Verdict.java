package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.directory.AccountState;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Instant;

/** What became of a sign-in. */
public sealed interface Verdict {

    /** Whether the person may come in. */
    default boolean letsIn() {
        return false;
    }

    /**
     * The password is right, and the person is who Keycloak takes him for.
     *
     * @param state what JumpCloud tells of the account besides
     */
    record Accepted(AccountState state) implements Verdict {

        public Accepted() {
            this(AccountState.NOT_TOLD);
        }

        @Override
        public boolean letsIn() {
            return true;
        }
    }

    /**
     * No. {@code reason} is a sentence for the administrator's log, never for the one who typed.
     *
     * @param state what JumpCloud tells of the account
     */
    record Refused(String reason, AccountState state) implements Verdict {

        public Refused(String reason) {
            this(reason, AccountState.NOT_TOLD);
        }
    }

    /**
     * The password was right as far as can be seen, but nobody approved the push: JumpCloud took so long to refuse, or did not answer at all, as only
     * somebody who is waited for does. Nobody's wrong password either.
     */
    record Unanswered() implements Verdict {}

    /** The directory could not be asked: that is nobody's wrong password. */
    record Unavailable(Problem problem) implements Verdict {}

    /**
     * The directory could not be asked; the password is that of the last good sign-in.
     *
     * @param until how long it will be accepted so
     */
    record AcceptedUnasked(Problem problem, Instant until) implements Verdict {

        @Override
        public boolean letsIn() {
            return true;
        }
    }

    /**
     * The directory could not be asked; the password is not that of the last good sign-in. Counts as a wrong one, because whoever guesses during an
     * outage must be stopped like at any other time.
     */
    record RefusedUnasked(Problem problem) implements Verdict {}
}
