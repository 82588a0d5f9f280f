package io.github.keycloakjumpcloud.standin;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wraps an answer in the response that belongs to the request. */
final class Responses {

    private Responses() {}

    static LDAPMessage to(LDAPMessage request, Answer answer) {
        return new LDAPMessage(request.getMessageID(), op(request, answer.code(), answer.text()), answer.controls());
    }

    /** The answer to "Who am I?" (RFC 4532). */
    static LDAPMessage whoAmI(LDAPMessage request, String dn) {
        return new LDAPMessage(
                request.getMessageID(),
                new ExtendedResponseProtocolOp(
                        ResultCodes.SUCCESS, null, null, List.of(), null, new ASN1OctetString("dn:" + dn)));
    }

    private static ProtocolOp op(LDAPMessage request, int code, String message) {
        String text = message.isEmpty() ? null : message;
        List<String> none = List.of();
        return switch (request.getProtocolOpType()) {
            case LDAPMessage.PROTOCOL_OP_TYPE_BIND_REQUEST -> new BindResponseProtocolOp(code, null, text, none, null);
            case LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST -> new SearchResultDoneProtocolOp(code, null, text, none);
            case LDAPMessage.PROTOCOL_OP_TYPE_COMPARE_REQUEST -> new CompareResponseProtocolOp(code, null, text, none);
            case LDAPMessage.PROTOCOL_OP_TYPE_ADD_REQUEST -> new AddResponseProtocolOp(code, null, text, none);
            case LDAPMessage.PROTOCOL_OP_TYPE_MODIFY_REQUEST -> new ModifyResponseProtocolOp(code, null, text, none);
            case LDAPMessage.PROTOCOL_OP_TYPE_DELETE_REQUEST -> new DeleteResponseProtocolOp(code, null, text, none);
            case LDAPMessage.PROTOCOL_OP_TYPE_MODIFY_DN_REQUEST ->
                new ModifyDNResponseProtocolOp(code, null, text, none);
            default -> new ExtendedResponseProtocolOp(code, null, text, none, responseOid(request), null);
        };
    }

    private static @Nullable String responseOid(LDAPMessage request) {
        return Requests.kind(request) == OperationKind.START_TLS ? StartTLSExtendedRequest.STARTTLS_REQUEST_OID : null;
    }
}
