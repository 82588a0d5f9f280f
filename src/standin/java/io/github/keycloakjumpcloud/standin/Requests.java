package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;

/** Reads from a request what sort of operation it is. */
final class Requests {

    private Requests() {}

    static OperationKind kind(LDAPMessage message) {
        return switch (message.getProtocolOpType()) {
            case LDAPMessage.PROTOCOL_OP_TYPE_BIND_REQUEST -> OperationKind.BIND;
            case LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST -> OperationKind.SEARCH;
            case LDAPMessage.PROTOCOL_OP_TYPE_COMPARE_REQUEST -> OperationKind.COMPARE;
            case LDAPMessage.PROTOCOL_OP_TYPE_UNBIND_REQUEST -> OperationKind.UNBIND;
            case LDAPMessage.PROTOCOL_OP_TYPE_ABANDON_REQUEST -> OperationKind.ABANDON;
            case LDAPMessage.PROTOCOL_OP_TYPE_EXTENDED_REQUEST ->
                extended(message.getExtendedRequestProtocolOp().getOID());
            default -> OperationKind.WRITE;
        };
    }

    static String writeTarget(ProtocolOp op) {
        if (op instanceof AddRequestProtocolOp add) {
            return add.getDN();
        }
        if (op instanceof ModifyRequestProtocolOp modify) {
            return modify.getDN();
        }
        if (op instanceof DeleteRequestProtocolOp delete) {
            return delete.getDN();
        }
        return op instanceof ModifyDNRequestProtocolOp rename ? rename.getDN() : "";
    }

    private static OperationKind extended(String oid) {
        return switch (oid) {
            case StartTLSExtendedRequest.STARTTLS_REQUEST_OID -> OperationKind.START_TLS;
            case PasswordModifyExtendedRequest.PASSWORD_MODIFY_REQUEST_OID -> OperationKind.WRITE;
            default -> OperationKind.EXTENDED;
        };
    }
}
