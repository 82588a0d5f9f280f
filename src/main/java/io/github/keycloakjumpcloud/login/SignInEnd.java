package io.github.keycloakjumpcloud.login;

import io.github.keycloakjumpcloud.credential.Verdict;
import io.github.keycloakjumpcloud.directory.Problem;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.validation.Validation;

/** Turns a verdict into what Keycloak's own form does: pages, events, and failures that brute-force detection counts. Belongs to one request. */
final class SignInEnd {

    /** The event's error where nobody approved the push. */
    static final String PUSH_NOT_APPROVED = "push_not_approved";

    private final AuthenticationFlowContext context;
    private final BiFunction<String, @Nullable String, Response> form;

    /** @param form makes the login form from an error and the field it belongs to */
    SignInEnd(AuthenticationFlowContext context, BiFunction<String, @Nullable String, Response> form) {
        this.context = context;
        this.form = form;
    }

    /** Whether the password is right; a page is set where it is not. */
    boolean isRight(UserModel user, Applicant applicant, Verdict verdict) {
        if (verdict instanceof Verdict.Accepted) {
            context.getAuthenticationSession().setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
            return true;
        }
        context.getEvent().user(user);
        if (verdict instanceof Verdict.Unavailable unavailable) {
            Problem problem = unavailable.problem();
            unjudged(problem.sentence(), LoginMessages.unjudged(problem));
        } else if (verdict instanceof Verdict.Unanswered) {
            // A challenge, not a failed one: nobody mistyped anything.
            context.getEvent().error(PUSH_NOT_APPROVED);
            AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
            context.forceChallenge(form.apply(LoginMessages.UNANSWERED, null));
        } else {
            context.getEvent().error(Errors.INVALID_USER_CREDENTIALS);
            AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
            context.failureChallenge(
                    AuthenticationFlowError.INVALID_CREDENTIALS,
                    form.apply(LoginMessages.refused(applicant.code()), Validation.FIELD_PASSWORD));
        }
        return false;
    }

    /** Ends the sign-in with an error page, without a word about the password. */
    void unjudged(String reason, String message) {
        context.getEvent().detail(Details.AUTHENTICATION_ERROR_DETAIL, reason);
        context.getEvent().error(Errors.GENERIC_AUTHENTICATION_ERROR);
        context.forceChallenge(LoginPages.error(context, message));
    }

    /** Refuses what was typed as a code, whoever typed it, without a look at any user. */
    void invalidCode(@Nullable String username) {
        context.getEvent().detail(Details.USERNAME, username == null ? null : username.strip());
        context.getEvent().error(Errors.INVALID_USER_CREDENTIALS);
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
        context.forceChallenge(form.apply(LoginMessages.CODE_INVALID, LoginPages.CODE));
    }
}
