package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
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
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** Longest search: with 100 ms to the server, 100,000 users take less than a tenth of it. */
    private static final Duration WHOLE = Duration.ofMinutes(30);

    private final Link link;
    private final String base;
    private final Filter filter;
    private final String[] attributes;
    private final Function<Entry, T> mapping;
    private final Duration whole;
    private final Deadline deadline;
    private final Intake intake;
    private final int referencesBefore;

    /** @param intake what this search may take in, perhaps together with others */
    LongSearch(Link link, Intake intake, String base, Filter filter, String[] attributes, Function<Entry, T> mapping) {
        this(link, intake, base, filter, attributes, mapping, WHOLE);
    }

    /** @param whole longest search, all pages together, from now on */
    LongSearch(
            Link link,
            Intake intake,
            String base,
            Filter filter,
            String[] attributes,
            Function<Entry, T> mapping,
            Duration whole) {
        this.link = link;
        this.intake = intake;
        this.referencesBefore = intake.references();
        this.whole = whole;
        this.deadline = Deadline.in(whole);
        this.base = base;
        this.filter = filter;
        this.attributes = attributes;
        this.mapping = mapping;
    }

    /**
     * Searches. What goes wrong is in the harvest.
     *
     * @throws LdapFailure where the server sends more than anything that could be a picture of a directory
     */
    Harvest<T> run() throws LdapFailure {
        List<T> items = new ArrayList<>();
        SearchResult result = send(request(), items);
        if (result.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)
                && link.isOpen()
                && PagedResults.isOffered(link, SILENCE.toMillis())) {
            return runInPages();
        }
        return harvest(items, result);
    }

    private Harvest<T> runInPages() throws LdapFailure {
        List<T> items = new ArrayList<>();
        ASN1OctetString cookie = null;
        while (true) {
            SearchRequest request = request();
            request.addControl(PagedResults.page(cookie));
            int before = items.size();
            SearchResult result = send(request, items);
            try {
                cookie = result.getResultCode().equals(ResultCode.SUCCESS) ? PagedResults.next(result) : null;
            } catch (LDAPException e) {
                // Nobody knows whether more would follow.
                return new Harvest<>(items, result.getResultCode(), sizeLimit(items));
            }
            if (cookie == null) {
                return harvest(items, result);
            }
            if (items.size() == before) {
                // A cookie without entries could go on for ever.
                return new Harvest<>(items, result.getResultCode(), sizeLimit(items));
            }
        }
    }

    private SearchRequest request() {
        return new SearchRequest(base, SearchScope.SUB, filter, attributes);
    }

    private SearchResult send(SearchRequest request, List<T> items) throws LdapFailure {
        EntryStream stream = new EntryStream(link, intake, entry -> items.add(mapping.apply(entry)));
        try {
            SearchResult result =
                    Exchange.over(link.connection(), () -> connected(stream.run(request, SILENCE, deadline)));
            if (result.getResultCode().equals(ResultCode.NO_MEMORY)) {
                throw new LdapFailure(ResultCodes.problem(new LDAPException(result), server(), waited()));
            }
            return result;
        } catch (LDAPException e) {
            return new SearchResult(e);
        }
    }

    /** Lets the loss of the connection be looked into. */
    private static SearchResult connected(SearchResult result) throws LDAPException {
        if (result.getResultCode().equals(ResultCode.SERVER_DOWN)) {
            throw new LDAPException(result);
        }
        return result;
    }

    private Harvest<T> harvest(List<T> items, SearchResult result) {
        return new Harvest<>(items, result.getResultCode(), shortfall(items, result));
    }

    private @Nullable Problem shortfall(List<T> items, SearchResult result) {
        ResultCode code = result.getResultCode();
        if (code.equals(ResultCode.SUCCESS)) {
            return intake.references() > referencesBefore ? ResultCodes.referral() : null;
        }
        return code.equals(ResultCode.SIZE_LIMIT_EXCEEDED)
                ? sizeLimit(items)
                : ResultCodes.problem(new LDAPException(result), server(), waited());
    }

    private String server() {
        return link.server().toString();
    }

    private long waited() {
        return deadline.isOver() ? whole.toMillis() : SILENCE.toMillis();
    }

    private static Problem sizeLimit(List<?> items) {
        return Problem.of(Problem.Kind.SIZE_LIMIT, Integer.toString(items.size()));
    }
}
