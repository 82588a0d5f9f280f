package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import io.github.keycloakjumpcloud.directory.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Searches that bring in everything, entry by entry. Not paged, because a page costs a round trip and nothing proves that JumpCloud pages; only where a
 * size limit cuts the answer short and the server says that it pages, the search is repeated in pages.
 */
final class LongSearch<T> {

    /** Longest wait between two entries. */
    static final long ENTRY_LIMIT_MILLIS = 30_000;

    private static final int PAGE = 500;

    private final Link link;
    private final String base;
    private final Filter filter;
    private final String[] attributes;
    private final Function<Entry, T> mapping;

    LongSearch(Link link, String base, Filter filter, String[] attributes, Function<Entry, T> mapping) {
        this.link = link;
        this.base = base;
        this.filter = filter;
        this.attributes = attributes;
        this.mapping = mapping;
    }

    /** Searches. What goes wrong is in the harvest. */
    Harvest<T> run() {
        Collector<T> collector = new Collector<>(mapping);
        SearchResult result = send(request(collector));
        if (result.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED) && pagingOffered()) {
            return runInPages();
        }
        return harvest(collector, result);
    }

    private Harvest<T> runInPages() {
        Collector<T> collector = new Collector<>(mapping);
        ASN1OctetString cookie = null;
        while (true) {
            SearchRequest request = request(collector);
            request.addControl(new SimplePagedResultsControl(PAGE, cookie, false));
            int before = collector.items().size();
            SearchResult result = send(request);
            try {
                cookie = result.getResultCode().equals(ResultCode.SUCCESS) ? nextPage(result) : null;
            } catch (LDAPException e) {
                // Nobody knows whether more would follow.
                return new Harvest<>(collector.items(), result.getResultCode(), sizeLimit(collector));
            }
            if (cookie == null) {
                return harvest(collector, result);
            }
            if (collector.items().size() == before) {
                // A cookie without entries could go on for ever.
                return new Harvest<>(collector.items(), result.getResultCode(), sizeLimit(collector));
            }
        }
    }

    private SearchRequest request(Collector<T> collector) {
        SearchRequest request = new SearchRequest(collector, base, SearchScope.SUB, filter, attributes);
        request.setResponseTimeoutMillis(ENTRY_LIMIT_MILLIS);
        return request;
    }

    private SearchResult send(SearchRequest request) {
        try {
            return link.connection().search(request);
        } catch (LDAPSearchException e) {
            return e.getSearchResult();
        }
    }

    private boolean pagingOffered() {
        try {
            RootDSE root = link.connection().getRootDSE();
            return root != null && root.supportsControl(SimplePagedResultsControl.PAGED_RESULTS_OID);
        } catch (LDAPException e) {
            return false;
        }
    }

    private static @Nullable ASN1OctetString nextPage(SearchResult result) throws LDAPException {
        SimplePagedResultsControl control = SimplePagedResultsControl.get(result);
        return control != null && control.moreResultsToReturn() ? control.getCookie() : null;
    }

    private Harvest<T> harvest(Collector<T> collector, SearchResult result) {
        return new Harvest<>(collector.items(), result.getResultCode(), shortfall(collector, result));
    }

    private @Nullable Problem shortfall(Collector<T> collector, SearchResult result) {
        ResultCode code = result.getResultCode();
        if (code.equals(ResultCode.SUCCESS)) {
            return collector.sawReference() ? ResultCodes.referral() : null;
        }
        if (code.equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
            return sizeLimit(collector);
        }
        return ResultCodes.problem(new LDAPException(result), link.server().toString(), ENTRY_LIMIT_MILLIS);
    }

    private static Problem sizeLimit(Collector<?> collector) {
        return Problem.of(
                Problem.Kind.SIZE_LIMIT, Integer.toString(collector.items().size()));
    }

    /** Maps entries as they come in, so that they need not be held. */
    private static final class Collector<T> implements SearchResultListener {

        private final Function<Entry, T> mapping;
        private final List<T> items = new ArrayList<>();
        private boolean reference;

        Collector(Function<Entry, T> mapping) {
            this.mapping = mapping;
        }

        List<T> items() {
            return items;
        }

        boolean sawReference() {
            return reference;
        }

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            items.add(mapping.apply(entry));
        }

        @Override
        public void searchReferenceReturned(SearchResultReference found) {
            reference = true;
        }
    }
}
