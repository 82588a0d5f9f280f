package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;

/** What becomes of a request for pages that must be honoured, as other products send it. */
final class CriticalPageFact implements FactProbe {

    private static final int PAGE = 2;
    private static final int MOST = 50;

    @Override
    public Question question() {
        return Question.CRITICAL_PAGING;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        SearchRequest request = new SearchRequest(
                links.config().users().usersDn(),
                SearchScope.SUB,
                UserFilter.all(links.config().users()),
                SearchRequest.NO_ATTRIBUTES);
        request.setSizeLimit(MOST);
        request.addControl(new SimplePagedResultsControl(PAGE, null, true));
        try {
            return judge(links.askMany(request));
        } catch (LDAPException e) {
            ResultCode code = FactText.answered(e);
            String word = code.equals(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION) ? "unsupported" : "otherResult";
            return question().answered(word, FactText.code(code) + FactText.words(e.getDiagnosticMessage()));
        }
    }

    private Fact judge(SearchResult result) throws LDAPException {
        if (result.getEntryCount() > PAGE) {
            return question().answered("ignored", "more entries than a page holds");
        }
        if (PagedResults.next(result) != null) {
            return question().answered("honoured", PAGE + " entries, and word that there are more");
        }
        return SimplePagedResultsControl.get(result) != null
                ? question().answered("honoured", "too few users for a second page")
                : question().unknown("too few users to tell");
    }
}
