package io.github.keycloakjumpcloud.federation;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponseException;

/**
 * Ends a sign-in that cannot be judged: an answer that neither counts as a wrong password nor looks like a broken Keycloak.
 */
final class JumpCloudUnavailable {

    private static final String MESSAGE_KEY = "jumpcloud.signIn.unavailable";
    private static final String SENTENCE = "JumpCloud cannot be asked at the moment; try again in a minute";

    /** Where login forms are sent to. */
    private static final String LOGIN_FORMS = "/login-actions/";

    private JumpCloudUnavailable() {}

    /**
     * The exception for the present request: an error page for a login form, HTTP 503 for everything else.
     *
     * @param reason a sentence for the event; the one who signs in sees none of it
     */
    static RuntimeException during(KeycloakSession session, String reason) {
        return session.getContext().getUri().getPath().contains(LOGIN_FORMS)
                ? new Page(reason)
                : new ErrorResponseException("temporarily_unavailable", SENTENCE, Response.Status.SERVICE_UNAVAILABLE);
    }

    /** Without a stack trace, which would only lead to the place that the reason names. */
    private static final class Page extends AuthenticationFlowException {

        private static final long serialVersionUID = 1;

        Page(String reason) {
            super(AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR, reason, MESSAGE_KEY);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
