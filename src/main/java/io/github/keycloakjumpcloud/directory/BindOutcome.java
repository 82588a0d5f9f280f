package io.github.keycloakjumpcloud.directory;

import java.time.Duration;

/** What became of one bind with a user's password. */
public sealed interface BindOutcome {

    /**
     * The password is right.
     *
     * @param state what the server tells besides
     */
    record Accepted(AccountState state) implements BindOutcome {

        public Accepted() {
            this(AccountState.NOT_TOLD);
        }
    }

    /**
     * Result code 49 (invalidCredentials): a wrong password, or an account that JumpCloud does not let in.
     *
     * @param state which of them, where the server tells
     * @param words the server's own, one line, for the log; empty where it has none. What JumpCloud says is not documented, so nothing follows from it
     * @param waited from the request's sending to the answer
     */
    record InvalidCredentials(AccountState state, String words, Duration waited) implements BindOutcome {

        public InvalidCredentials {
            words = OneLine.of(words);
        }

        public InvalidCredentials(AccountState state, String words) {
            this(state, words, Duration.ZERO);
        }

        public InvalidCredentials(AccountState state) {
            this(state, "");
        }

        public InvalidCredentials() {
            this(AccountState.NOT_TOLD);
        }
    }

    /**
     * The directory could not be asked, or answered something that says nothing about the password.
     *
     * @param waited from the request's last sending to the end of the wait; zero if it was not sent
     */
    record Unavailable(Problem problem, Duration waited) implements BindOutcome {

        public Unavailable(Problem problem) {
            this(problem, Duration.ZERO);
        }
    }
}
