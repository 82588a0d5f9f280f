package io.github.keycloakjumpcloud.standin;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries one search request returns, and how it ends.
 *
 * @param dropped the connection is to be dropped after the entries
 */
record SearchPlan(List<StoredEntry> entries, Answer answer, boolean dropped) {

    /** Plans with the limits of client and server. */
    static SearchPlan limited(
            PagedSearches.Rest found,
            @Nullable SimplePagedResultsControl paging,
            int clientLimit,
            Behaviour behaviour,
            PagedSearches searches) {
        int size = found.entries().size();
        int allowed = size;
        if (clientLimit > 0) {
            // JumpCloud gave sizeLimit 5 with pages of 3 exactly 5 entries (ldapts live tests 2019-2025): the limit
            // spans the pages.
            allowed = Math.min(allowed, clientLimit - found.sent());
        }
        int serverLimit = behaviour.serverSizeLimit;
        boolean perPage = paging != null && behaviour.sizeLimitScope == SizeLimitScope.PER_PAGE;
        if (serverLimit > 0 && !perPage) {
            allowed = Math.min(allowed, serverLimit - found.sent());
        }
        int page = allowed;
        if (paging != null) {
            int wanted = paging.getSize() > 0 ? paging.getSize() : allowed;
            page = Math.min(allowed, serverLimit > 0 && perPage ? Math.min(wanted, serverLimit) : wanted);
        }
        List<StoredEntry> served = found.entries().subList(0, Math.max(page, 0));
        boolean exceeded = page >= allowed && allowed < size;
        boolean more = page < size && !exceeded;
        Answer answer = Answer.of(exceeded ? ResultCodes.SIZE_LIMIT_EXCEEDED : ResultCodes.SUCCESS);
        if (paging != null) {
            List<StoredEntry> later = found.entries().subList(served.size(), size);
            ASN1OctetString cookie =
                    more ? searches.keep(new PagedSearches.Rest(later, found.sent() + served.size())) : null;
            answer = answer.with(List.<Control>of(new SimplePagedResultsControl(0, cookie, false)));
        }
        return new SearchPlan(served, answer, false).cut(behaviour);
    }

    static SearchPlan nothing(Answer answer) {
        return new SearchPlan(List.of(), answer, false);
    }

    private SearchPlan cut(Behaviour behaviour) {
        int most = behaviour.cutAfterEntries;
        int result = behaviour.cutResult;
        if (most < 0 || entries.size() <= most) {
            return this;
        }
        return new SearchPlan(entries.subList(0, most), Answer.of(Math.max(result, 0)), result < 0);
    }
}
