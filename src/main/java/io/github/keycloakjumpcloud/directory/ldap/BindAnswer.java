package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a server answers to a bind.
 *
 * @param text its message
 */
record BindAnswer(ResultCode code, @Nullable String text) {

    /** Binds; the connection is of no use afterwards. */
    static BindAnswer to(Link link, SimpleBindRequest request) throws LDAPException {
        try {
            Exchange.over(link.connection(), () -> link.connection().bind(request));
            return new BindAnswer(ResultCode.SUCCESS, null);
        } catch (LDAPException e) {
            return new BindAnswer(FactText.answered(e), e.getDiagnosticMessage());
        }
    }

    boolean accepted() {
        return code.equals(ResultCode.SUCCESS);
    }

    @Override
    public String toString() {
        return "bind: " + FactText.code(code) + FactText.words(text);
    }
}
