package io.github.keycloakjumpcloud.dn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** A distinguished name (RFC 4514) that can be compared: letter case, spaces around separators and ways of escaping do not matter. */
public final class DistinguishedName {

    private static final Pattern SPACES = Pattern.compile(" +");

    private final LdapName name;
    private final List<String> keys;

    private DistinguishedName(LdapName name) {
        this.name = name;
        this.keys = name.getRdns().stream().map(DistinguishedName::key).toList();
    }

    /**
     * Parses a DN.
     *
     * @return empty where the text is not a DN
     */
    public static Optional<DistinguishedName> parse(String dn) {
        try {
            return Optional.of(new DistinguishedName(new LdapName(dn)));
        } catch (InvalidNameException | IllegalArgumentException e) {
            // The latter for values that begin with # and are not hexadecimal, which a server may well send.
            return Optional.empty();
        }
    }

    /** A text that two equal DNs share; for a text that is not a DN, the text in lower case. */
    public static String keyOf(String dn) {
        return parse(dn).map(DistinguishedName::key).orElseGet(() -> dn.toLowerCase(Locale.ROOT));
    }

    /** A text that two equal DNs share. */
    public String key() {
        List<String> reversed = new ArrayList<>(keys);
        Collections.reverse(reversed);
        return String.join(",", reversed);
    }

    /** Whether this DN is {@code ancestor} or lies below it. */
    public boolean isWithin(DistinguishedName ancestor) {
        return keys.size() >= ancestor.keys.size()
                && keys.subList(0, ancestor.keys.size()).equals(ancestor.keys);
    }

    /** The DN one level up; empty for a DN of one component. */
    public Optional<DistinguishedName> parent() {
        return name.size() < 2
                ? Optional.empty()
                : Optional.of(new DistinguishedName((LdapName) name.getPrefix(name.size() - 1)));
    }

    /** Whether the leftmost component has this attribute type. */
    public boolean startsWith(String attributeType) {
        return !name.isEmpty() && name.getRdn(name.size() - 1).getType().equalsIgnoreCase(attributeType);
    }

    /** The value of the leftmost component that has this attribute type, going from the entry to the root. */
    public Optional<String> value(String attributeType) {
        for (int i = name.size() - 1; i >= 0; i--) {
            Rdn rdn = name.getRdn(i);
            if (rdn.getType().equalsIgnoreCase(attributeType)) {
                return Optional.of(text(rdn.getValue()));
            }
        }
        return Optional.empty();
    }

    /** Escapes a value for use in a DN. */
    public static String escape(String value) {
        return Rdn.escapeValue(value);
    }

    @Override
    public String toString() {
        return name.toString();
    }

    /** A value written as {@code #} and hexadecimal digits is bytes (RFC 4514, section 2.4), which have no text of their own. */
    private static String text(Object value) {
        return value instanceof byte[] ? Rdn.escapeValue(value) : value.toString();
    }

    private static String key(Rdn rdn) {
        List<String> parts = new ArrayList<>();
        try {
            NamingEnumeration<? extends Attribute> attributes =
                    rdn.toAttributes().getAll();
            while (attributes.hasMore()) {
                Attribute attribute = attributes.next();
                NamingEnumeration<?> values = attribute.getAll();
                while (values.hasMore()) {
                    String value = SPACES.matcher(text(values.next()).strip()).replaceAll(" ");
                    parts.add(attribute.getID().toLowerCase(Locale.ROOT) + "="
                            + Rdn.escapeValue(value.toLowerCase(Locale.ROOT)));
                }
            }
        } catch (NamingException e) {
            throw new IllegalStateException("An RDN already parsed cannot be read: " + rdn, e);
        }
        Collections.sort(parts);
        return String.join("+", parts);
    }
}
