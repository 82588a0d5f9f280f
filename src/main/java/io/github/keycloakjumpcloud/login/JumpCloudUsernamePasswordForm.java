package io.github.keycloakjumpcloud.login;

import io.github.keycloakjumpcloud.access.DirectoryUnavailableException;
import io.github.keycloakjumpcloud.credential.PasswordWithCode;
import io.github.keycloakjumpcloud.credential.SignInAnswer;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's login form with a field for JumpCloud's code. Users whose JumpCloud wants a second factor are asked about apart from the request: their
 * browser gets a page that asks again until the answer is there. For everybody else it is Keycloak's own form. Belongs to one request.
 */
final class JumpCloudUsernamePasswordForm extends UsernamePasswordForm {

    private static final Logger LOG = Logger.getLogger(JumpCloudUsernamePasswordForm.class);

    /** Which waiting sign-in the browser's page belongs to. */
    private static final String AWAITED = "jumpcloud.awaited";

    /** JumpCloud answers a code or a wrong password within this time, as a rule, so that no page need wait. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final String FULL = WaitingSignIns.MOST_PUSHES + " pushes on this node or "
            + WaitingSignIns.MOST_OF_USER + " of this user are waited for already, or all " + WaitingSignIns.MOST
            + " threads are taken";

    private final WaitingSignIns waiting;

    JumpCloudUsernamePasswordForm(WaitingSignIns waiting) {
        this.waiting = waiting;
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        giveUp(context);
        if (context.getHttpRequest().getDecodedFormParameters().containsKey(LoginPages.BACK)) {
            authenticate(context);
        } else {
            super.action(context);
        }
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        String awaited = context.getAuthenticationSession().getAuthNote(AWAITED);
        if (awaited == null) {
            // Keycloak clears its notes where a login is started anew.
            giveUp(context);
            super.authenticate(context);
            return;
        }
        WaitingSignIn signIn = waiting.find(BrowserTab.of(context.getAuthenticationSession()), awaited)
                .orElse(null);
        if (signIn == null) {
            lost(context);
        } else if (signIn.isAnswered()) {
            resume(context, signIn);
        } else {
            showWaiting(context, signIn);
        }
    }

    private void lost(AuthenticationFlowContext context) {
        giveUp(context);
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
        context.challenge(challenge(context, LoginMessages.LOST, null));
    }

    /** What is no code is refused before anybody is looked up: the answer would tell who exists, as only some users have codes. */
    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> inputData) {
        String typed = LoginPages.typedCode(context);
        if (!typed.isEmpty() && PasswordWithCode.code(typed).isEmpty()) {
            end(context).invalidCode(inputData.getFirst(AuthenticationManager.FORM_USERNAME));
            return false;
        }
        return super.validateForm(context, inputData);
    }

    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context,
            UserModel user,
            MultivaluedMap<String, String> inputData,
            boolean clearUser) {
        String password = inputData.getFirst(CredentialRepresentation.PASSWORD);
        if (password == null || password.isEmpty()) {
            return super.validatePassword(context, user, inputData, clearUser);
        }
        try {
            SecondFactorStore store = SecondFactorStores.of(context, user).orElse(null);
            if (store != null) {
                boolean right =
                        !isDisabledByBruteForce(context, user) && ask(context, store, user, inputData, password);
                if (!right && clearUser) {
                    context.clearUser();
                }
                return right;
            }
        } catch (DirectoryUnavailableException e) {
            unjudged(context, user, e);
            return false;
        }
        return super.validatePassword(context, user, inputData, clearUser);
    }

    private boolean ask(
            AuthenticationFlowContext context,
            SecondFactorStore store,
            UserModel user,
            MultivaluedMap<String, String> inputData,
            String password) {
        String code = PasswordWithCode.code(LoginPages.typedCode(context)).orElse(null);
        AuthenticationSessionModel session = context.getAuthenticationSession();
        Applicant applicant = new Applicant(
                context.getRealm().getId(),
                user.getId(),
                session.getAuthNote(ATTEMPTED_USERNAME),
                code != null,
                "on".equalsIgnoreCase(inputData.getFirst(LoginPages.REMEMBER_ME)),
                Origin.of(context.getSession().getContext()));
        String sent = code == null ? password : PasswordWithCode.of(password, code);
        WaitingSignIn signIn = waiting.begin(
                        BrowserTab.of(session), applicant, store.question(context.getRealm(), user, sent))
                .orElse(null);
        if (signIn == null) {
            context.getEvent().user(user);
            end(context).unjudged(FULL, LoginMessages.TOO_MANY);
            return false;
        }
        session.setAuthNote(AWAITED, signIn.id());
        if (signIn.isAnsweredWithin(PATIENCE) && collect(context, signIn)) {
            return isRight(context, store, user, signIn);
        }
        showWaiting(context, signIn);
        return false;
    }

    /** Whether the answer is this request's to settle; a second click or another request may have been faster. */
    private boolean collect(AuthenticationFlowContext context, WaitingSignIn signIn) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        boolean collected = waiting.collect(BrowserTab.of(session), signIn);
        if (collected) {
            session.removeAuthNote(AWAITED);
        }
        return collected;
    }

    /** What was collected. */
    private boolean isRight(
            AuthenticationFlowContext context, SecondFactorStore store, UserModel user, WaitingSignIn signIn) {
        SignInAnswer answer = signIn.answer().orElse(null);
        if (answer == null) {
            LOG.errorf(signIn.failure(), "The question about a sign-in of user %s failed", user.getId());
            context.getEvent().user(user);
            end(context).unjudged("the question failed; the server's log says how", LoginMessages.UNAVAILABLE);
            return false;
        }
        return end(context).isRight(user, signIn.applicant(), store.settle(context.getRealm(), user, answer));
    }

    /** The user cannot be asked about, for a reason of this side's. */
    private void unjudged(AuthenticationFlowContext context, UserModel user, DirectoryUnavailableException cause) {
        LOG.warn(cause.getMessage());
        context.getEvent().user(user);
        end(context).unjudged(String.valueOf(cause.getMessage()), LoginMessages.UNAVAILABLE);
    }

    /** In another request than the one that brought the password. */
    private void resume(AuthenticationFlowContext context, WaitingSignIn signIn) {
        Applicant applicant = signIn.applicant();
        UserModel user = context.getSession().users().getUserById(context.getRealm(), applicant.userId());
        restore(context, applicant, user);
        if (user == null) {
            gone(context);
            return;
        }
        try {
            resume(context, signIn, user);
        } catch (DirectoryUnavailableException e) {
            giveUp(context);
            unjudged(context, user, e);
        }
    }

    /**
     * Makes the authentication session name whom it named when the sign-in began. Another flow in the same tab, as for a forgotten password, may have
     * named somebody else, for whom Keycloak would then count the failure.
     */
    private void restore(AuthenticationFlowContext context, Applicant applicant, @Nullable UserModel user) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        session.removeAuthNote(ResetCredentialChooseUser.RESET_CREDENTIAL_USER_CHOSEN);
        context.clearUser();
        if (user != null && isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
            context.setUser(user);
        }
        if (applicant.attempted() == null) {
            session.removeAuthNote(ATTEMPTED_USERNAME);
        } else {
            session.setAuthNote(ATTEMPTED_USERNAME, applicant.attempted());
        }
        context.getEvent().detail(Details.USERNAME, applicant.attempted());
    }

    private void resume(AuthenticationFlowContext context, WaitingSignIn signIn, UserModel user) {
        SecondFactorStore store = SecondFactorStores.of(context, user).orElse(null);
        if (store == null) {
            gone(context);
        } else if (isDisabledByBruteForce(context, user)) {
            giveUp(context);
        } else if (!collect(context, signIn)) {
            lost(context);
        } else if (isRight(context, store, user, signIn) && enabledUser(context, user)) {
            letIn(context, user, signIn.applicant());
        }
    }

    /** The user, or what asked about him. */
    private void gone(AuthenticationFlowContext context) {
        context.getEvent().error(Errors.USER_NOT_FOUND);
        lost(context);
    }

    private void letIn(AuthenticationFlowContext context, UserModel user, Applicant applicant) {
        if (!isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
            remember(context, applicant.rememberMe());
        }
        context.setUser(user);
        context.success(PasswordCredentialModel.TYPE);
    }

    /** As Keycloak does it, whose own method is one that only 26.7 has. */
    private static void remember(AuthenticationFlowContext context, boolean ticked) {
        if (ticked && context.getRealm().isRememberMe()) {
            context.getAuthenticationSession().setAuthNote(Details.REMEMBER_ME, "true");
            context.getEvent().detail(Details.REMEMBER_ME, "true");
        } else {
            context.getAuthenticationSession().removeAuthNote(Details.REMEMBER_ME);
        }
    }

    private void showWaiting(AuthenticationFlowContext context, WaitingSignIn signIn) {
        context.forceChallenge(LoginPages.waiting(context, signIn.applicant(), waiting.pause(signIn)));
    }

    private void giveUp(AuthenticationFlowContext context) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        session.removeAuthNote(AWAITED);
        waiting.giveUp(BrowserTab.of(session));
    }

    private SignInEnd end(AuthenticationFlowContext context) {
        return new SignInEnd(context, (error, field) -> challenge(context, error, field));
    }

    /** Of unknown names, and of users whom this form leaves to Keycloak. */
    @Override
    protected String getDefaultChallengeMessage(AuthenticationFlowContext context) {
        return LoginMessages.refused(!LoginPages.typedCode(context).isEmpty());
    }

    @Override
    protected Response challenge(AuthenticationFlowContext context, MultivaluedMap<String, String> formData) {
        return LoginPages.form(context, context.form(), formData);
    }

    @Override
    protected Response challenge(AuthenticationFlowContext context, @Nullable String error, @Nullable String field) {
        MultivaluedMap<String, String> typed = LoginPages.typed(context);
        boolean hidden = Boolean.parseBoolean(context.getAuthenticationSession().getAuthNote(USERNAME_HIDDEN));
        // Keycloak's sentences for both are those for a wrong password, so that they tell nothing; with a code it is
        // another.
        boolean locked = Messages.ACCOUNT_TEMPORARILY_DISABLED.equals(error)
                || Messages.ACCOUNT_PERMANENTLY_DISABLED.equals(error);
        String shown = locked && !LoginPages.typedCode(context).isEmpty() ? getDefaultChallengeMessage(context) : error;
        return LoginPages.form(
                context, typed, shown, hidden && error != null ? CredentialRepresentation.PASSWORD : field);
    }
}
