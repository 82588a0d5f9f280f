package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;

/** Whether anything answers at the other end of a connection. */
final class SignOfLife {

    private SignOfLife() {}

    /** Asks for the root DSE. Whether this connection may read it does not matter, but "not now" to this is "not now" to everything. */
    static boolean in(Link link, Duration limit) {
        SearchRequest question = new SearchRequest(
                "", SearchScope.BASE, Filter.createPresenceFilter("objectClass"), SearchRequest.NO_ATTRIBUTES);
        try {
            Searches.send(link, question, limit.toMillis());
            return true;
        } catch (LDAPException e) {
            return !e.getResultCode().isClientSideResultCode() && !ResultCodes.notNow(e);
        }
    }
}
