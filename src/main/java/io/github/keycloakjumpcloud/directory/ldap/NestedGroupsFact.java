package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether groups have groups as members. */
final class NestedGroupsFact implements FactProbe {

    /** Each may list thousands of members. */
    private static final int MOST = 20;

    private static final String MEMBER = "member";

    @Override
    public Question question() {
        return Question.NESTED_GROUPS;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        GroupSettings groups = links.config().groups();
        SearchRequest request = new SearchRequest(
                groups.groupsDn(),
                SearchScope.SUB,
                Filter.createEqualityFilter("objectClass", groups.objectClass()),
                MEMBER);
        request.setSizeLimit(MOST);
        List<SearchResultEntry> found = links.ask(links.reader().get(), request).getSearchEntries();
        if (found.isEmpty()) {
            return question().unknown("no group to look at");
        }
        boolean nested = found.stream().anyMatch(NestedGroupsFact::holdsGroup);
        return question().answered(nested ? "nested" : "flat", "groups looked at: " + FactText.about(found.size()));
    }

    /** Users are {@code uid=…}, groups {@code cn=…}. */
    private static boolean holdsGroup(SearchResultEntry group) {
        String[] members = group.getAttributeValues(MEMBER);
        return members != null
                && Arrays.stream(members)
                        .anyMatch(dn -> dn.toLowerCase(Locale.ROOT).startsWith("cn="));
    }
}
