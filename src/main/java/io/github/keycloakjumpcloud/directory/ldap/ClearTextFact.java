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
        Link link;
        try {
            link = links.open(connector);
        } catch (LdapFailure e) {
            return closed(e);
        }
        SimpleBindRequest nobody = new SimpleBindRequest();
        nobody.setResponseTimeoutMillis(limitMillis);
        BindAnswer answer = BindAnswer.to(link, nobody);
        return question().answered(word(answer), answer + "; StartTLS: " + startTls(links, connector, limitMillis));
    }

    /** Only a refusal comes from the server's side; silence may be a firewall's in between. */
    Fact closed(LdapFailure failure) {
        return ConnectProblems.refused(failure)
                ? question().answered("notServed", "the connection was refused")
                : question().unknown(FactText.why(failure.problem()) + "; a firewall may be in between");
    }

    /** Where binds without a name are refused anyway, this tells nothing. */
    private static String word(BindAnswer answer) {
        if (answer.code().equals(ResultCode.CONFIDENTIALITY_REQUIRED)) {
            return "refused";
        }
        return answer.accepted() ? "accepted" : "otherResult";
    }

    /** Asks for it and goes no further. What the bind was answered is known all the same. */
    private static String startTls(FactLinks links, ServerConnector connector, long limitMillis) {
        ExtendedRequest request = new ExtendedRequest(StartTLSExtendedRequest.STARTTLS_REQUEST_OID);
        try {
            return FactText.code(ExtendedAnswer.to(links.open(connector), request, limitMillis)
                    .code());
        } catch (LdapFailure e) {
            return "not known, " + FactText.why(e.problem());
        } catch (LDAPException e) {
            return "not known, no answer";
        }
    }
}
