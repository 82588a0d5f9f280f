package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.ExtendedRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import org.jspecify.annotations.Nullable;

/** Whether the server says as whom one is signed in (RFC 4532). The name itself is left out. */
final class WhoAmIFact implements FactProbe {

    @Override
    public Question question() {
        return Question.WHO_AM_I;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        ExtendedAnswer answer = ExtendedAnswer.to(
                links.reader().get(),
                new ExtendedRequest(WhoAmIExtendedRequest.WHO_AM_I_REQUEST_OID),
                links.steps().eachAnswer().toMillis());
        if (answer.code().equals(ResultCode.SUCCESS)) {
            return question().answered("supported", form(answer.value()));
        }
        boolean unsupported = answer.code().equals(ResultCode.PROTOCOL_ERROR);
        return question()
                .answered(
                        unsupported ? "unsupported" : "otherResult",
                        FactText.code(answer.code()) + FactText.words(answer.text()));
    }

    private static String form(@Nullable ASN1OctetString name) {
        if (name == null || name.getValueLength() == 0) {
            return "without a name";
        }
        return name.stringValue().startsWith("dn:") ? "as a DN" : "not as a DN";
    }
}
