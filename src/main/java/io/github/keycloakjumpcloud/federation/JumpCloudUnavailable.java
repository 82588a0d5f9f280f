package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.access.DirectoryUnavailableException;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.login.LoginMessages;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * Ends a sign-in that cannot be judged: an answer that neither counts as a wrong password nor looks like a broken Keycloak.
 */
final class JumpCloudUnavailable {

    private static final String SENTENCE = "JumpCloud cannot be asked at the moment; try again in a minute";

    private static final String NOT_APPROVED =
            "JumpCloud's push was not approved in time; try again, or send password,123456";

    /** Where login forms are sent to. */
    private static final String LOGIN_FORMS = "/login-actions/";

    private static final List<String> SIGN_INS =
            List.of("/login-actions/authenticate", "/protocol/openid-connect/token");

    private JumpCloudUnavailable() {}

    /**
     * The exception for the present request: an error page for a login form, HTTP 503 for everything else.
     *
     * @param reason a sentence for the event; the one who signs in sees none of it
     */
    static RuntimeException during(KeycloakSession session, String reason) {
        return during(session, reason, LoginMessages.UNAVAILABLE);
    }

    /** The same where it is known what the matter is. */
    static RuntimeException during(KeycloakSession session, Problem problem) {
        return during(session, problem.sentence(), LoginMessages.unjudged(problem));
    }

    private static RuntimeException during(KeycloakSession session, String reason, String messageKey) {
        return isLoginForm(session)
                ? new Page(reason, messageKey)
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

    /**
     * What a user name comes to that could not be looked up. Keycloak goes on with its next provider, in the end as if nobody had the name, and says that
     * the password is wrong: to people whom it does not know yet, and to nobody else, so that an outage tells who is known. Where somebody signs in and no
     * other provider is left to ask, he is told what is the matter instead.
     */
    static @Nullable UserModel duringLookUp(
            KeycloakSession session, RealmModel realm, ComponentModel model, DirectoryUnavailableException cause) {
        if (isSignIn(session) && !hasSuccessor(realm, model)) {
            throw during(session, String.valueOf(cause.getMessage()));
        }
        return NextProvider.insteadOf(cause);
    }

    private static boolean isSignIn(KeycloakSession session) {
        return AdminRequest.isRequest(session.getContext())
                && SIGN_INS.stream().anyMatch(session.getContext().getUri().getPath()::contains);
    }

    /** Of the same priority, any of them may come later. */
    private static boolean hasSuccessor(RealmModel realm, ComponentModel model) {
        int priority = new UserStorageProviderModel(model).getPriority();
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .filter(other -> !other.getId().equals(model.getId()))
                .map(UserStorageProviderModel::new)
                .anyMatch(other -> other.isEnabled() && other.getPriority() >= priority);
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
