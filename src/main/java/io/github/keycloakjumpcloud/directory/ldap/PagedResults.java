package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import org.jspecify.annotations.Nullable;

/** Answers page by page (RFC 2696), for servers that stop at a size limit otherwise. */
final class PagedResults {

    private static final int PAGE = 500;

    private PagedResults() {}

    /** Whether the server says that it offers them; no where it does not answer. */
    static boolean isOffered(Link link, long limitMillis) {
        SearchRequest question =
                new SearchRequest("", SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "supportedControl");
        try {
            return Searches.send(link, question, limitMillis).getSearchEntries().stream()
                    .anyMatch(root ->
                            root.hasAttributeValue("supportedControl", SimplePagedResultsControl.PAGED_RESULTS_OID));
        } catch (LDAPException e) {
            return false;
        }
    }

    /** Asks for a page; not critical, because a server that ignores it gives an answer, too. */
    static Control page(@Nullable ASN1OctetString cookie) {
        return new SimplePagedResultsControl(PAGE, cookie, false);
    }

    /** What the next page is asked for with; {@code null} after the last one. */
    static @Nullable ASN1OctetString next(SearchResult result) throws LDAPException {
        SimplePagedResultsControl control = SimplePagedResultsControl.get(result);
        return control != null && control.moreResultsToReturn() ? control.getCookie() : null;
    }
}
