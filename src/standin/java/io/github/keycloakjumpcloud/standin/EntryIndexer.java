package io.github.keycloakjumpcloud.standin;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.matchingrules.MatchingRule;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns entries into findable ones. Thread-safe. */
final class EntryIndexer {

    private static final Set<String> INDEXED = Set.of(
            "objectclass",
            "uid",
            "mail",
            "cn",
            "uidnumber",
            "employeenumber",
            "member",
            "memberof",
            "memberuid",
            "sambadomainname",
            "entryuuid");

    /** The same few DNs and class names come back in thousands of entries; normalizing a DN each time would double the loading time. */
    private final Map<String, String> normalizedDns = new ConcurrentHashMap<>();

    private final Map<Set<String>, Set<String>> sharedSets = new ConcurrentHashMap<>();

    static boolean indexes(String lowerCaseAttribute) {
        return INDEXED.contains(lowerCaseAttribute);
    }

    StoredEntry index(Supplier<Entry> shape, @Nullable String account) {
        EntrySource source = new EntrySource(shape);
        Entry entry = source.get();
        Map<String, Set<String>> indexed = new HashMap<>();
        for (Attribute attribute : entry.getAttributes()) {
            String name = Tenant.key(attribute.getName());
            if (INDEXED.contains(name)) {
                Set<String> values = normalized(name, attribute);
                indexed.put(
                        name, name.equals("objectclass") ? sharedSets.computeIfAbsent(values, same -> same) : values);
            }
        }
        return new StoredEntry(entry.getDN(), DnText.normalizeOwn(entry.getDN()), source, Map.copyOf(indexed), account);
    }

    /** The value as the index holds it; null when it is no value of the attribute's syntax. */
    static @Nullable String normalize(String lowerCaseAttribute, ASN1OctetString value) {
        MatchingRule rule = DirectorySchema.equality(lowerCaseAttribute);
        try {
            return rule.normalize(value).stringValue();
        } catch (LDAPException e) {
            return null;
        }
    }

    private Set<String> normalized(String name, Attribute attribute) {
        Set<String> values = new HashSet<>();
        boolean dn = name.equals("member") || name.equals("memberof");
        for (ASN1OctetString raw : attribute.getRawValues()) {
            String value =
                    dn ? normalizedDns.computeIfAbsent(raw.stringValue(), DnText::normalizeOwn) : normalize(name, raw);
            if (value != null) {
                values.add(value);
            }
        }
        return Set.copyOf(values);
    }

    /** Everything that could have been meant by the names. */
    static Set<String> lowerCase(Collection<String> names) {
        Set<String> lower = new HashSet<>();
        names.forEach(name -> lower.add(Tenant.key(name)));
        return lower;
    }
}
