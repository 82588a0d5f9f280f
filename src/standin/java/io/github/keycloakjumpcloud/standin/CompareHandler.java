package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;

/** Compares, with the five answers that the live service gave (ldapts live tests 2019-2025). */
final class CompareHandler {

    private final Behaviour behaviour;
    private final Access access;

    CompareHandler(Behaviour behaviour, Access access) {
        this.behaviour = behaviour;
        this.access = access;
    }

    Answer answer(Client client, CompareRequestProtocolOp request) {
        if (!client.secured() && !behaviour.cleartext) {
            return Answer.of(ResultCodes.CONFIDENTIALITY_REQUIRED, "TLS confidentiality required");
        }
        String key;
        try {
            key = DnText.normalize(request.getDN());
        } catch (LDAPException e) {
            return Answer.of(ResultCodes.INVALID_DN_SYNTAX, "invalid DN");
        }
        Tenant tenant = access.readable(client);
        StoredEntry entry = tenant == null ? null : tenant.store.get(key);
        if (entry == null) {
            return Answer.of(ResultCodes.NO_SUCH_OBJECT);
        }
        if (!DirectorySchema.knows(request.getAttributeName())) {
            return Answer.of(ResultCodes.UNDEFINED_ATTRIBUTE_TYPE, "attribute description contains undefined type");
        }
        Filter same = Filter.createEqualityFilter(
                request.getAttributeName(), request.getAssertionValue().getValue());
        boolean equal = new FilterMatcher(behaviour).matches(same, entry);
        return Answer.of(equal ? ResultCodes.COMPARE_TRUE : ResultCodes.COMPARE_FALSE);
    }
}
