package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.github.keycloakjumpcloud.directory.Fact;
import io.github.keycloakjumpcloud.directory.Fact.Question;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may read the root DSE, and what the server says there that it can do. */
final class RootDseFact implements FactProbe {

    private static final Pattern OID = Pattern.compile("[0-2](\\.[0-9]{1,10}){2,20}");

    @Override
    public Question question() {
        return Question.ROOT_DSE;
    }

    @Override
    public Fact look(FactLinks links) throws LdapFailure, LDAPException {
        SearchResultEntry anonymous = read(links, links.stranger());
        SearchResultEntry root = anonymous == null ? read(links, links.reader().get()) : anonymous;
        if (root == null) {
            return question().answered("nobody", "not readable, not even for the reader");
        }
        String seen = "controls " + oids(root, "supportedControl") + "; extensions " + oids(root, "supportedExtension")
                + vendor(root, "vendorName") + vendor(root, "vendorVersion");
        return question().answered(anonymous == null ? "readersOnly" : "everybody", seen);
    }

    private static @Nullable SearchResultEntry read(FactLinks links, Link link) throws LDAPException {
        SearchRequest request = new SearchRequest(
                "",
                SearchScope.BASE,
                Filter.createPresenceFilter("objectClass"),
                // Some servers list these and nothing else.
                SearchRequest.ALL_USER_ATTRIBUTES,
                "objectClass",
                "supportedControl",
                "supportedExtension",
                "vendorName",
                "vendorVersion");
        try {
            return links.ask(link, request).getSearchEntries().stream()
                    .filter(entry -> !entry.getAttributes().isEmpty())
                    .findFirst()
                    .orElse(null);
        } catch (LDAPException e) {
            FactText.answered(e);
            return null;
        }
    }

    private static String oids(SearchResultEntry root, String attribute) {
        String[] values = root.getAttributeValues(attribute);
        return values == null
                ? "none"
                : Arrays.stream(values)
                        .filter(value -> OID.matcher(value).matches())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    private static String vendor(SearchResultEntry root, String attribute) {
        String value = root.getAttributeValue(attribute);
        return value == null ? "" : "; " + attribute + " \"" + FactText.usual(value) + "\"";
    }
}
