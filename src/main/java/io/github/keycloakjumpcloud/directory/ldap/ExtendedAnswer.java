package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.ExtendedRequest;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import org.jspecify.annotations.Nullable;

/**
 * What a server answers to an extended operation; the library throws for some results and not for others.
 *
 * @param text its message
 */
record ExtendedAnswer(
        ResultCode code, @Nullable String text, @Nullable ASN1OctetString value) {

    static ExtendedAnswer to(Link link, ExtendedRequest request, long limitMillis) throws LDAPException {
        request.setResponseTimeoutMillis(limitMillis);
        try {
            ExtendedResult result =
                    Exchange.over(link.connection(), () -> link.connection().processExtendedOperation(request));
            return new ExtendedAnswer(result.getResultCode(), result.getDiagnosticMessage(), result.getValue());
        } catch (LDAPException e) {
            FactLinks.late(link, e);
            return new ExtendedAnswer(FactText.answered(e), e.getDiagnosticMessage(), null);
        }
    }
}
