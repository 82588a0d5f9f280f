package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.directory.Problem;

/** What became of a sign-in. */
public sealed interface Verdict {

    /** The password is right, and the person is who Keycloak takes him for. */
    record Accepted() implements Verdict {}

    /** No. {@code reason} is a sentence for the administrator's log, never for the one who typed. */
    record Refused(String reason) implements Verdict {}

    /**
     * The password was right as far as can be seen, but nobody approved the push: JumpCloud took so long to refuse, or did not answer at all, as only
     * somebody who is waited for does. Nobody's wrong password either.
     */
    record Unanswered() implements Verdict {}

    /** The directory could not be asked: that is nobody's wrong password. */
    record Unavailable(Problem problem) implements Verdict {}
}
