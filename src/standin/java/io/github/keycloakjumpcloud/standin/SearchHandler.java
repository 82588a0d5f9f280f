package io.github.keycloakjumpcloud.standin;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search finds. */
final class SearchHandler {

    private final Behaviour behaviour;
    private final Access access;
    private final Journal journal;

    SearchHandler(Behaviour behaviour, Access access, Journal journal) {
        this.behaviour = behaviour;
        this.access = access;
        this.journal = journal;
    }

    SearchPlan plan(Client client, SearchRequestProtocolOp request, List<Control> controls) {
        if (!client.secured() && !behaviour.cleartext) {
            return SearchPlan.nothing(Answer.of(ResultCodes.CONFIDENTIALITY_REQUIRED, "TLS confidentiality required"));
        }
        String base;
        SimplePagedResultsControl paging;
        try {
            base = DnText.normalize(request.getBaseDN());
            paging = behaviour.paging == PagingMode.HONOURED ? paging(controls) : null;
        } catch (LDAPException e) {
            return SearchPlan.nothing(Answer.of(e.getResultCode().intValue(), text(e)));
        }
        Tenant tenant = access.readable(client);
        if (tenant == null) {
            List<StoredEntry> own = access.stillSeen(client, base, request.getScope());
            return own.isEmpty()
                    ? SearchPlan.nothing(access.refusal(client))
                    : new SearchPlan(own, Answer.success(), false);
        }
        if (tenant.store.get(base) == null) {
            return SearchPlan.nothing(Answer.of(ResultCodes.NO_SUCH_OBJECT));
        }
        PagedSearches.Rest found = found(client, tenant, base, request, paging);
        if (found == null) {
            return SearchPlan.nothing(Answer.of(ResultCodes.UNWILLING_TO_PERFORM, "paged results cookie is invalid"));
        }
        if (paging != null) {
            journal.page();
        }
        return SearchPlan.limited(found, paging, request.getSizeLimit(), behaviour, client.pagedSearches);
    }

    private PagedSearches.@Nullable Rest found(
            Client client,
            Tenant tenant,
            String base,
            SearchRequestProtocolOp request,
            @Nullable SimplePagedResultsControl paging) {
        ASN1OctetString cookie = paging == null ? null : paging.getCookie();
        if (cookie != null && cookie.getValueLength() > 0) {
            return client.pagedSearches.take(cookie);
        }
        FilterMatcher matcher = new FilterMatcher(behaviour);
        return new PagedSearches.Rest(tenant.store.search(base, request.getScope(), request.getFilter(), matcher), 0);
    }

    private static String text(LDAPException e) {
        return e.getResultCode().intValue() == ResultCodes.INVALID_DN_SYNTAX
                ? "invalid DN"
                : "paged results control is invalid";
    }

    private static @Nullable SimplePagedResultsControl paging(List<Control> controls) throws LDAPException {
        for (Control control : controls) {
            if (control.getOID().equals(SimplePagedResultsControl.PAGED_RESULTS_OID)) {
                return new SimplePagedResultsControl(control.getOID(), control.isCritical(), control.getValue());
            }
        }
        return null;
    }
}
