package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.github.keycloakjumpcloud.directory.BindOutcome;

/** Judges a user's password by one bind. */
final class UserBind implements LinkPool.Request<BindOutcome> {

    private final String dn;
    private final String password;
    private final long limitMillis;

    UserBind(String dn, String password, long limitMillis) {
        this.dn = dn;
        this.password = password;
        this.limitMillis = limitMillis;
    }

    @Override
    public BindOutcome send(Link link) throws LDAPException {
        SimpleBindRequest request =
                new SimpleBindRequest(dn, new ForgettingPassword(password), PasswordPolicyAnswer.request());
        request.setResponseTimeoutMillis(limitMillis);
        try {
            BindResult answer = Exchange.over(
                    link.connection(), () -> link.connection().bind(request));
            return new BindOutcome.Accepted(PasswordPolicyAnswer.of(answer));
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return new BindOutcome.InvalidCredentials(PasswordPolicyAnswer.of(e.toLDAPResult()), words(e));
            }
            throw e;
        }
    }

    /** A server that repeats the password is not quoted. */
    private String words(LDAPException refusal) {
        String message = refusal.getDiagnosticMessage();
        return message != null && message.contains(password) ? "" : ResultCodes.words(message);
    }
}
