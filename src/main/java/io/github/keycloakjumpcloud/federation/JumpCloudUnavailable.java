package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.login.LoginMessages;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponseException;

/**
 * Ends a sign-in that cannot be judged: an answer that neither counts as a wrong password nor looks like a broken Keycloak.
 */
final class JumpCloudUnavailable {

    private static final String SENTENCE = "JumpCloud cannot be asked at the moment; try again in a minute";

    private static final String NOT_APPROVED =
            "JumpCloud's push was not approved in time; try again, or send password,123456";

    /** Where login forms are sent to. */
    private static final String LOGIN_FORMS = "/login-actions/";

    private JumpCloudUnavailable() {}

    /**
     * The exception for the present request: an error page for a login form, HTTP 503 for everything else.
     *
     * @param reason a sentence for the event; the one who signs in sees none of it
     */
    static RuntimeException during(KeycloakSession session, String reason) {
        return isLoginForm(session)
                ? new Page(reason, LoginMessages.UNAVAILABLE)
                : new ErrorResponseException("temporarily_unavailable", SENTENCE, Response.Status.SERVICE_UNAVAILABLE);
    }

    /** The same for somebody whose push was not approved: no wrong password, so that it must not count as one. */
    static RuntimeException unanswered(KeycloakSession session) {
        return isLoginForm(session)
                ? new Page(NOT_APPROVED, LoginMessages.UNANSWERED)
                : new ErrorResponseException("invalid_grant", NOT_APPROVED, Response.Status.BAD_REQUEST);
    }

    private static boolean isLoginForm(KeycloakSession session) {
        return session.getContext().getUri().getPath().contains(LOGIN_FORMS);
    }

    /** Without a stack trace, which would only lead to the place that the reason names. */
    private static final class Page extends AuthenticationFlowException {

        private static final long serialVersionUID = 1;

        Page(String reason, String messageKey) {
            super(AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR, reason, messageKey);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
