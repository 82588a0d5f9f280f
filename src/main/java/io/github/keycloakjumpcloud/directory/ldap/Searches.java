package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;

/** Sends short searches. */
final class Searches {

    private Searches() {}

    /** Searches and takes "no such object" and "size limit exceeded" for answers; every other code but success is thrown. */
    static SearchResult send(Link link, SearchRequest request, long limitMillis) throws LDAPException {
        // A request object queues its answers, and a connection that goes may report that twice: sent again, the same
        // object would take the second
        // report for the new connection's.
        SearchRequest once = request.duplicate();
        once.setResponseTimeoutMillis(limitMillis);
        try {
            return link.connection().search(once);
        } catch (LDAPSearchException e) {
            ResultCode code = e.getResultCode();
            if (code.equals(ResultCode.NO_SUCH_OBJECT) || code.equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return e.getSearchResult();
            }
            throw e;
        }
    }

    /** Whether the reader sees this entry. */
    static boolean sees(Link link, String dn, long limitMillis) throws LDAPException {
        SearchRequest request = new SearchRequest(
                dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), SearchRequest.NO_ATTRIBUTES);
        return send(link, request, limitMillis).getEntryCount() > 0;
    }
}
