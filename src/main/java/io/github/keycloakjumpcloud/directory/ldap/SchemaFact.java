package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;

/** Whether the reader may read the schema. */
final class SchemaFact implements FactProbe {

    private static final String USUAL = "cn=Subschema";
    private static final String CONTENTS = "attributeTypes";

    @Override
    public Question question() {
        return Question.SCHEMA;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        String named = place(links);
        SearchRequest request = new SearchRequest(
                named.isEmpty() ? USUAL : named,
                SearchScope.BASE,
                Filter.createPresenceFilter("objectClass"),
                CONTENTS);
        request.setTypesOnly(true);
        String where = named.isEmpty() ? "the root DSE does not say where it is; " : "";
        try {
            SearchResult result = links.ask(links.reader().get(), request);
            boolean readable = result.getSearchEntries().stream().anyMatch(entry -> entry.hasAttribute(CONTENTS));
            return question().answered(readable ? "readable" : "hidden", where + FactText.code(result.getResultCode()));
        } catch (LDAPException e) {
            return question().answered("hidden", where + FactText.code(FactText.answered(e)));
        }
    }

    private static String place(FactLinks links) throws LdapFailure, LDAPException {
        SearchRequest request = new SearchRequest(
                "", SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "subschemaSubentry");
        return links.ask(links.reader().get(), request).getSearchEntries().stream()
                .map(SchemaFact::place)
                .findFirst()
                .orElse("");
    }

    private static String place(SearchResultEntry root) {
        String place = root.getAttributeValue("subschemaSubentry");
        return place == null ? "" : place;
    }
}
