package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whether every user has a number of his own. Whether numbers are used again cannot be seen in one look. */
final class UidNumberFact implements FactProbe {

    private static final String ATTRIBUTE = "uidNumber";

    @Override
    public Question question() {
        return Question.UID_NUMBER;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        List<SearchResultEntry> users =
                links.users(UserSample.MOST, false, ATTRIBUTE).getSearchEntries();
        if (users.isEmpty()) {
            return question().unknown("no user to look at");
        }
        Map<String, Long> holders = users.stream()
                .map(user -> user.getAttributeValue(ATTRIBUTE))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(number -> number, Collectors.counting()));
        boolean missing = users.stream().anyMatch(user -> !user.hasAttribute(ATTRIBUTE));
        String seen = "users looked at: " + FactText.about(users.size()) + (missing ? "; some have none" : "");
        if (holders.isEmpty()) {
            return question().answered("absent", seen);
        }
        boolean shared = holders.values().stream().anyMatch(many -> many > 1);
        return question().answered(shared ? "shared" : "unique", seen);
    }
}
