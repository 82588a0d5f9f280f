package io.github.keycloakjumpcloud.login;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.model.LoginBean;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;

/** The pages of this login, in whatever theme the realm has. */
final class LoginPages {

    static final String CODE = "jumpcloudCode";
    static final String BACK = "jumpcloudBack";
    static final String REMEMBER_ME = "rememberMe";

    private static final String FORM = "jumpcloud-login.ftl";
    private static final String WAITING = "jumpcloud-waiting.ftl";

    private LoginPages() {}

    /** What was typed that may be shown again: no password. */
    static MultivaluedMap<String, String> typed(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        if (HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod())) {
            MultivaluedMap<String, String> sent = context.getHttpRequest().getDecodedFormParameters();
            for (String field : List.of(AuthenticationManager.FORM_USERNAME, REMEMBER_ME)) {
                if (sent.containsKey(field)) {
                    typed.add(field, sent.getFirst(field));
                }
            }
        }
        return typed;
    }

    /** What was typed as a code; empty where nothing was. */
    static String typedCode(AuthenticationFlowContext context) {
        if (!HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod())) {
            return "";
        }
        String code = context.getHttpRequest().getDecodedFormParameters().getFirst(CODE);
        return code == null ? "" : code.strip();
    }

    /** The form, with the name that was typed before where none is typed now. */
    static Response form(
            AuthenticationFlowContext context, LoginFormsProvider form, MultivaluedMap<String, String> typed) {
        String name =
                context.getAuthenticationSession().getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        if (name != null && !typed.containsKey(AuthenticationManager.FORM_USERNAME)) {
            typed.add(AuthenticationManager.FORM_USERNAME, name);
        }
        form.setAttribute("login", new LoginBean(typed));
        return form.createForm(FORM);
    }

    /** The form with an error, at a field or above the form. */
    static Response form(
            AuthenticationFlowContext context,
            MultivaluedMap<String, String> typed,
            @Nullable String error,
            @Nullable String field) {
        LoginFormsProvider form = context.form();
        if (error != null && field != null) {
            form.addError(new FormMessage(field, error));
        } else if (error != null) {
            form.setError(error);
        }
        return form(context, form, typed);
    }

    /** The page that waits. It asks again by itself, by a header that needs no script. */
    static Response waiting(AuthenticationFlowContext context, Applicant applicant, Duration pause) {
        String again = context.getRefreshExecutionUrl().toString();
        return context.form()
                .setAttribute("jumpcloudCodeTyped", applicant.code())
                .setAttribute("jumpcloudAgainUrl", again)
                .setResponseHeader("Refresh", pause.toSeconds() + "; url=" + again)
                .createForm(WAITING);
    }

    /** Keycloak's error page, with this message. */
    static Response error(AuthenticationFlowContext context, String message) {
        return context.form().setError(message).createErrorPage(Response.Status.BAD_REQUEST);
    }
}
