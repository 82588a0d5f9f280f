package io.github.keycloakjumpcloud.login;

/** Keys of the sentences that the one who signs in reads. */
public final class LoginMessages {

    /** JumpCloud could not be asked. */
    public static final String UNAVAILABLE = "jumpcloud.signIn.unavailable";

    /** Nobody approved the push. */
    public static final String UNANSWERED = "jumpcloud.signIn.unanswered";

    /** What was typed as a code is none. */
    static final String CODE_INVALID = "jumpcloud.signIn.codeInvalid";

    /** JumpCloud refused password and code. */
    static final String CODE_REFUSED = "jumpcloud.signIn.codeRefused";

    /** Too many sign-ins wait, of this user or altogether. */
    static final String TOO_MANY = "jumpcloud.signIn.tooMany";

    /** This node knows nothing of the push that the browser waits for. */
    static final String LOST = "jumpcloud.signIn.lost";

    private LoginMessages() {}
}
