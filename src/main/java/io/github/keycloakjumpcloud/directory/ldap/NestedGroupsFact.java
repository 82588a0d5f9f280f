package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.config.GroupSettings;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import java.util.Arrays;
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
        Link link = links.bulk();
        Tally tally = new Tally();
        // Looked at as they come: twenty large groups would be more than a look-up may keep.
        Intake intake = new Intake(new AnswerLimit(MOST, AnswerLimit.ofRead().bytes()));
        SearchResult result = Exchange.over(link.connection(), () -> new EntryStream(link, intake, tally::take)
                .run(request, links.steps().firstOfMany(), links.steps().deadline()));
        if (tally.groups == 0) {
            return question().unknown(why(result));
        }
        return question()
                .answered(tally.nested ? "nested" : "flat", "groups looked at: " + FactText.about(tally.groups));
    }

    private static String why(SearchResult result) {
        boolean none = result.getResultCode().equals(ResultCode.SUCCESS)
                || result.getResultCode().equals(ResultCode.NO_SUCH_OBJECT);
        return none ? "no group to look at" : FactText.code(result.getResultCode());
    }

    /** Users are {@code uid=…}, groups {@code cn=…}. */
    private static boolean holdsGroup(SearchResultEntry group) {
        String[] members = group.getAttributeValues(MEMBER);
        return members != null
                && Arrays.stream(members)
                        .anyMatch(dn -> dn.toLowerCase(Locale.ROOT).startsWith("cn="));
    }

    /** What has come; filled by the connection's thread, read when the search has ended. */
    private static final class Tally {

        private volatile int groups;
        private volatile boolean nested;

        /** One after the other. */
        synchronized void take(SearchResultEntry group) {
            groups++;
            nested |= holdsGroup(group);
        }
    }
}
