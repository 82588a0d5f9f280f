package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the reader could see hashes of passwords. Asks for the attributes' names only, so that no value is sent. */
final class PasswordsFact implements FactProbe {

    private static final int MOST = 100;
    private static final String[] ATTRIBUTES = {
        "userPassword", "sambaNTPassword", "sambaLMPassword", "ntPasswordSHA", "encNTPassword"
    };

    @Override
    public Question question() {
        return Question.PASSWORDS;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        String reader = links.config().connection().bindDn();
        String key = DistinguishedName.keyOf(reader);
        List<SearchResultEntry> users = links.users(MOST, true, ATTRIBUTES).getSearchEntries().stream()
                .filter(user -> !DistinguishedName.keyOf(user.getDN()).equals(key))
                .toList();
        if (users.isEmpty()) {
            return question().unknown("no user to look at");
        }
        Set<String> others = names(users.stream());
        SearchRequest own =
                new SearchRequest(reader, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), ATTRIBUTES);
        own.setTypesOnly(true);
        Set<String> self = names(links.ask(links.reader().get(), own).getSearchEntries().stream());
        if (!others.isEmpty()) {
            return question().answered("everybodys", "with other users: " + String.join(" ", others));
        }
        return self.isEmpty()
                ? question().answered("hidden", "neither with other users nor with the reader")
                : question().answered("own", "with the reader: " + String.join(" ", self));
    }

    private static Set<String> names(Stream<SearchResultEntry> users) {
        return users.flatMap(user -> Arrays.stream(ATTRIBUTES).filter(user::hasAttribute))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
