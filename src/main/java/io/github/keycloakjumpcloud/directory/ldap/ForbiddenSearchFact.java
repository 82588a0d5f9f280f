package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;

/** What a search by somebody is answered who may not search; to be seen only with an account of that kind. */
final class ForbiddenSearchFact implements FactProbe {

    @Override
    public Question question() {
        return Question.FORBIDDEN_SEARCH;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        Answer self = search(links, links.config().connection().bindDn(), SearchScope.BASE);
        Answer below = search(links, links.config().users().usersDn(), SearchScope.SUB);
        if (self.entries || below.entries) {
            return question().unknown("this account may search");
        }
        boolean hidden = self.code.equals(ResultCode.NO_SUCH_OBJECT) && below.code.equals(ResultCode.NO_SUCH_OBJECT);
        boolean empty = self.code.equals(ResultCode.SUCCESS) && below.code.equals(ResultCode.SUCCESS);
        String seen = "own entry: " + FactText.code(self.code) + "; below the user path: " + FactText.code(below.code);
        return question().answered(hidden ? "noSuchObject" : empty ? "empty" : "otherResult", seen);
    }

    private static Answer search(FactLinks links, String base, SearchScope scope) throws LdapFailure, LDAPException {
        SearchRequest request =
                new SearchRequest(base, scope, Filter.createPresenceFilter("objectClass"), SearchRequest.NO_ATTRIBUTES);
        request.setSizeLimit(1);
        try {
            SearchResult result = links.ask(links.reader().get(), request);
            return new Answer(result.getResultCode(), result.getEntryCount() > 0);
        } catch (LDAPException e) {
            return new Answer(FactText.answered(e), false);
        }
    }

    private record Answer(ResultCode code, boolean entries) {}
}
