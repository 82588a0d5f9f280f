package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether ids and times that the server itself keeps can be read, and searched by: what users are known by, and what a sync of changes would need. */
final class OperationalFact implements FactProbe {

    private static final String CHANGED = "modifyTimestamp";
    private static final String[] ATTRIBUTES = {"entryUUID", "createTimestamp", CHANGED};

    @Override
    public Question question() {
        return Question.OPERATIONAL_ATTRIBUTES;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        Optional<SearchResultEntry> all = someUser(links, SearchRequest.ALL_USER_ATTRIBUTES, "+");
        Optional<SearchResultEntry> byName = someUser(links, ATTRIBUTES);
        if (all.isEmpty() || byName.isEmpty()) {
            return question().unknown("no user to look at");
        }
        Map<String, String> words = new LinkedHashMap<>();
        for (String attribute : ATTRIBUTES) {
            words.put(attribute, word(attribute, all.get(), byName.get()));
        }
        List<String> different = words.values().stream().distinct().toList();
        StringBuilder seen = new StringBuilder();
        words.forEach((attribute, word) ->
                seen.append(attribute).append(' ').append(word).append("; "));
        seen.append(canBeSearched(links)).append(" be searched by ").append(CHANGED);
        return question().answered(different.size() == 1 ? different.get(0) : "mixed", seen.toString());
    }

    private static String word(String attribute, SearchResultEntry all, SearchResultEntry byName) {
        if (all.hasAttribute(attribute)) {
            return "served";
        }
        return byName.hasAttribute(attribute) ? "onRequest" : "absent";
    }

    private static Optional<SearchResultEntry> someUser(FactLinks links, String... attributes)
            throws LdapFailure, LDAPException {
        return links.users(1, true, attributes).getSearchEntries().stream().findFirst();
    }

    /** A look-up: what a server cannot find in an index it does not let search every few minutes either. Whatever comes of it, the rest is known. */
    private static String canBeSearched(FactLinks links) throws LdapFailure {
        SearchRequest request = new SearchRequest(
                links.config().users().usersDn(),
                SearchScope.SUB,
                Filter.createGreaterOrEqualFilter(CHANGED, "19700101000000Z"),
                SearchRequest.NO_ATTRIBUTES);
        request.setSizeLimit(1);
        try {
            return links.ask(links.reader().get(), request).getEntryCount() > 0 ? "can" : "cannot";
        } catch (LDAPException e) {
            return e.getResultCode().isClientSideResultCode() ? "not known whether they can" : "cannot";
        }
    }
}
