package io.github.keycloakjumpcloud.login;

import io.github.keycloakjumpcloud.directory.Problem;
import org.keycloak.services.messages.Messages;

/** Keys of the sentences that the one who signs in reads. */
public final class LoginMessages {

    /** The sign-in could not be judged, whoever is the cause: during an outage, whom Keycloak knows must read what others read. */
    public static final String UNAVAILABLE = "jumpcloud.signIn.unavailable";

    /** Nobody approved the push. */
    public static final String UNANSWERED = "jumpcloud.signIn.unanswered";

    /** What was typed as a code is none. */
    static final String CODE_INVALID = "jumpcloud.signIn.codeInvalid";

    /** Whatever was refused with a code; see {@link #refused}. */
    private static final String CODE_REFUSED = "jumpcloud.signIn.codeRefused";

    /** Too many sign-ins wait, of this user or altogether. */
    static final String TOO_MANY = "jumpcloud.signIn.tooMany";

    /** This node knows nothing of the push that the browser waits for. */
    static final String LOST = "jumpcloud.signIn.lost";

    private LoginMessages() {}

    /** The sentence for whoever could not be judged because of this. */
    public static String unjudged(Problem problem) {
        return problem.kind() == Problem.Kind.WAITING_SIGN_INS ? TOO_MANY : UNAVAILABLE;
    }

    /**
     * The sentence for whoever is refused. It depends on what was typed alone, never on whether there is such a user or whose user it is.
     *
     * @param code whether something was typed as a code
     */
    static String refused(boolean code) {
        return code ? CODE_REFUSED : Messages.INVALID_USER;
    }
}
