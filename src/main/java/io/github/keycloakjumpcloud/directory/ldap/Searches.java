package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sends short searches. */
final class Searches {

    private static final Set<ResultCode> ANSWERS =
            Set.of(ResultCode.SUCCESS, ResultCode.NO_SUCH_OBJECT, ResultCode.SIZE_LIMIT_EXCEEDED);

    private Searches() {}

    /**
     * Searches and takes "no such object" and "size limit exceeded" for answers; every other code but success is thrown. A server that sends more
     * than the request's size limit allows has reached that limit, too.
     *
     * @param limitMillis longest wait for the whole answer
     */
    static SearchResult send(Link link, SearchRequest request, long limitMillis) throws LDAPException {
        Duration limit = Duration.ofMillis(limitMillis);
        return send(link, request, limit, Deadline.in(limit));
    }

    /**
     * Searches as above.
     *
     * @param silence longest wait between two entries
     * @param deadline end of the whole search
     */
    static SearchResult send(Link link, SearchRequest request, Duration silence, Deadline deadline)
            throws LDAPException {
        List<SearchResultEntry> entries = new ArrayList<>();
        Intake intake = new Intake(AnswerLimit.ofRequest(request.getSizeLimit()));
        SearchResult result = Exchange.over(
                link.connection(),
                () -> answered(new EntryStream(link, intake, entries::add).run(request, silence, deadline)));
        return new SearchResult(
                result.getMessageID(),
                result.getResultCode(),
                result.getDiagnosticMessage(),
                result.getMatchedDN(),
                result.getReferralURLs(),
                entries,
                null,
                entries.size(),
                intake.references(),
                result.getResponseControls());
    }

    /** Whether the reader sees this entry. */
    static boolean sees(Link link, String dn, long limitMillis) throws LDAPException {
        SearchRequest request = new SearchRequest(
                dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), SearchRequest.NO_ATTRIBUTES);
        return send(link, request, limitMillis).getEntryCount() > 0;
    }

    private static SearchResult answered(SearchResult result) throws LDAPException {
        if (ANSWERS.contains(result.getResultCode())) {
            return result;
        }
        throw new LDAPException(result);
    }
}
