package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.ExtendedRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;

/** Whether the port without TLS is served, and whether binds are accepted there without StartTLS. No name and no password is sent. */
final class ClearTextFact implements FactProbe {

    private static final int LDAPS = 636;
    private static final int LDAP = 389;

    @Override
    public Question question() {
        return Question.CLEAR_TEXT;
    }

    @Override
    public Fact look(FactLinks links) throws LDAPException {
        ServerAddress server = links.look().address();
        if (server.tls() && server.port() != LDAPS) {
            return question().unknown("nobody knows which port would be the one without TLS");
        }
        long limitMillis = links.steps().eachAnswer().toMillis();
        int port = server.tls() ? LDAP : server.port();
        ServerConnector connector = links.connections().inClearText(new ServerAddress(false, server.host(), port));
        try {
            SimpleBindRequest nobody = new SimpleBindRequest();
            nobody.setResponseTimeoutMillis(limitMillis);
            BindAnswer answer = BindAnswer.to(links.open(connector), nobody);
            return question()
                    .answered(word(answer), answer + "; StartTLS: " + startTls(links.open(connector), limitMillis));
        } catch (LdapFailure e) {
            return question().answered("notServed", FactText.why(e.problem()));
        }
    }

    /** Where binds without a name are refused anyway, this tells nothing. */
    private static String word(BindAnswer answer) {
        if (answer.code().equals(ResultCode.CONFIDENTIALITY_REQUIRED)) {
            return "refused";
        }
        return answer.accepted() ? "accepted" : "otherResult";
    }

    /** Asks for it and goes no further. */
    private static String startTls(Link link, long limitMillis) throws LDAPException {
        ExtendedRequest request = new ExtendedRequest(StartTLSExtendedRequest.STARTTLS_REQUEST_OID);
        return FactText.code(ExtendedAnswer.to(link, request, limitMillis).code());
    }
}
