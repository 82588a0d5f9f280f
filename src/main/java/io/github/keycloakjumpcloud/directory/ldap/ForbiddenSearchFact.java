package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import io.github.keycloakjumpcloud.dn.DistinguishedName;

/** What a search by somebody is answered who may not search; to be seen only with an account of that kind. */
final class ForbiddenSearchFact implements FactProbe {

    /** The account itself, and somebody else. */
    private static final int ENOUGH = 2;

    @Override
    public Question question() {
        return Question.FORBIDDEN_SEARCH;
    }

    /** To see oneself is no right to search, and many servers grant it to everybody. */
    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        String reader = links.config().connection().bindDn();
        String key = DistinguishedName.keyOf(reader);
        SearchRequest users = new SearchRequest(
                links.config().users().usersDn(),
                SearchScope.SUB,
                UserFilter.all(links.config().users()),
                SearchRequest.NO_ATTRIBUTES);
        users.setSizeLimit(ENOUGH);
        // No longer than a look-up: who waits for many entries may search.
        Answer below = Answer.of(() -> links.ask(links.reader().get(), users), key);
        if (below.others) {
            return question().unknown("this account may search");
        }
        SearchRequest own = new SearchRequest(
                reader, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), SearchRequest.NO_ATTRIBUTES);
        Answer self = Answer.of(() -> links.ask(links.reader().get(), own), key);
        return question()
                .answered(below.word(), "own entry: " + self.seen() + "; below the user path: " + below.seen());
    }

    /**
     * What a search was answered.
     *
     * @param own whether the account itself was found
     * @param others whether anybody else was
     */
    private record Answer(ResultCode code, boolean own, boolean others) {

        static Answer of(Steps.Step<SearchResult> search, String ownKey) throws LdapFailure, LDAPException {
            try {
                SearchResult result = search.take();
                long own = result.getSearchEntries().stream()
                        .filter(entry -> DistinguishedName.keyOf(entry.getDN()).equals(ownKey))
                        .count();
                return new Answer(result.getResultCode(), own > 0, result.getEntryCount() > own);
            } catch (LDAPException e) {
                return new Answer(FactText.answered(e), false, false);
            }
        }

        String word() {
            if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
                return "noSuchObject";
            }
            return code.equals(ResultCode.SUCCESS) ? "empty" : "otherResult";
        }

        String seen() {
            return FactText.code(code) + (own ? " with the own entry" : " without entries");
        }
    }
}
