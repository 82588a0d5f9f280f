package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.directory.Inspection.Paging;
import io.github.keycloakjumpcloud.directory.Inspection.Reach;

/** Finds out whether a size limit of the server keeps a sync from seeing everybody. */
final class PagingCheck {

    private final ReaderLink reader;
    private final JumpCloudConfig config;
    private final Steps steps;

    PagingCheck(ReaderLink reader, JumpCloudConfig config, Steps steps) {
        this.reader = reader;
        this.config = config;
        this.steps = steps;
    }

    Paging run(UserSample users) throws LdapFailure, LDAPException {
        boolean offered =
                PagedResults.isOffered(reader.get(), steps.eachAnswer().toMillis());
        return new Paging(offered, users.delivered(), reach(users, offered));
    }

    private Reach reach(UserSample users, boolean offered) throws LdapFailure, LDAPException {
        if (users.complete()) {
            return Reach.WHOLE;
        }
        if (users.delivered() >= UserSample.MOST) {
            return Reach.COUNTED;
        }
        return offered && goesBeyond(users.delivered()) ? Reach.PAGED : Reach.CUT;
    }

    /** Asks for pages, as a sync would, until they show more than the server delivers at once. */
    boolean goesBeyond(int delivered) throws LdapFailure, LDAPException {
        int seen = 0;
        ASN1OctetString cookie = null;
        do {
            SearchRequest request = new SearchRequest(
                    config.users().usersDn(),
                    SearchScope.SUB,
                    UserFilter.all(config.users()),
                    SearchRequest.NO_ATTRIBUTES);
            request.addControl(PagedResults.page(cookie));
            SearchResult page = Searches.send(reader.get(), request, steps.firstOfMany(), steps.deadline());
            seen += page.getEntryCount();
            if (!page.getResultCode().equals(ResultCode.SUCCESS) || page.getEntryCount() == 0) {
                return false;
            }
            cookie = PagedResults.next(page);
        } while (cookie != null && seen <= delivered);
        return seen > delivered;
    }
}
