package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it can be found and served. Immutable.
 *
 * @param dn as served
 * @param key the normalized DN
 * @param source all attributes, the operational ones too, in the order in which they are served
 * @param indexed lower-case attribute name to normalized values, for the attributes that are indexed
 * @param account key of the account whose entry this is; null for other entries
 */
record StoredEntry(
        String dn,
        String key,
        EntrySource source,
        Map<String, Set<String>> indexed,
        @Nullable String account) {

    private static final Set<String> OPERATIONAL = Set.of("entryuuid", "createtimestamp", "modifytimestamp");

    static boolean operational(String lowerCaseAttribute) {
        return OPERATIONAL.contains(lowerCaseAttribute);
    }

    Entry entry() {
        return source.get();
    }

    boolean inScope(String base, SearchScope scope) {
        if (key.equals(base)) {
            return scope.equals(SearchScope.BASE) || scope.equals(SearchScope.SUB);
        }
        if (scope.equals(SearchScope.BASE) || !key.endsWith("," + base)) {
            return false;
        }
        // Every RDN here has one attribute and normalized DNs escape commas in values, so the first bare comma ends the
        // RDN.
        return !scope.equals(SearchScope.ONE) || parent().equals(base);
    }

    List<Attribute> attributes() {
        return List.copyOf(entry().getAttributes());
    }

    /** By DN alone: the sets of the index hold many entries, and comparing 5,000 members with each other is not for free. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredEntry entry && key.equals(entry.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    private String parent() {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) == '\\') {
                i++;
            } else if (key.charAt(i) == ',') {
                return key.substring(i + 1);
            }
        }
        return "";
    }
}
