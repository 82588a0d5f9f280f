package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;

/** What those are told who do not say who they are. */
final class AnonymousFact implements FactProbe {

    @Override
    public Question question() {
        return Question.ANONYMOUS_BIND;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        Link link = links.stranger();
        SimpleBindRequest nobody = new SimpleBindRequest();
        nobody.setResponseTimeoutMillis(links.steps().eachAnswer().toMillis());
        BindAnswer answer = BindAnswer.to(link, nobody);
        return question().answered(answer.accepted() ? "accepted" : "refused", answer + "; " + search(links));
    }

    private static String search(FactLinks links) throws LdapFailure, LDAPException {
        SearchRequest request = new SearchRequest(
                links.config().baseDn(),
                SearchScope.BASE,
                Filter.createPresenceFilter("objectClass"),
                SearchRequest.NO_ATTRIBUTES);
        try {
            SearchResult found = links.ask(links.stranger(), request);
            return "search without a bind: " + FactText.code(found.getResultCode())
                    + (found.getEntryCount() > 0 ? " with an entry" : " without entries");
        } catch (LDAPException e) {
            ResultCode code = FactText.answered(e);
            return "search without a bind: " + FactText.code(code) + FactText.words(e.getDiagnosticMessage());
        }
    }
}
