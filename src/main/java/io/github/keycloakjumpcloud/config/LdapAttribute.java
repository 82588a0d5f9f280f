package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for names of LDAP attributes and object classes (RFC 4512, section 1.4: a short name or a numeric OID). */
final class LdapAttribute {

    private static final Pattern NAME =
            Pattern.compile("[A-Za-z][A-Za-z0-9-]*(?:;[A-Za-z0-9-]+)*|[0-9]+(?:\\.[0-9]+)+");

    /** Attributes with hashes or keys, as seen in JumpCloud directories and elsewhere, whose names do not contain "password". */
    private static final Set<String> SECRETS = Set.of(
            "keynhash",
            "unicodepwd",
            "pwdhistory",
            "krbprincipalkey",
            "userpkcs12",
            "dbcspwd",
            "ntpwdhistory",
            "lmpwdhistory");

    private LdapAttribute() {}

    /** The name in {@code key}'s field. */
    static String name(ConfigValues values, String key, String fallback) {
        return check(key, values.text(key, fallback));
    }

    /** The name itself, where it is one and not that of a secret. */
    static String check(String key, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValueException("jumpcloud.config.attributeNameInvalid", label(key), quoted(name));
        }
        if (isSecret(name)) {
            throw new InvalidValueException("jumpcloud.config.attributeSecret", label(key), quoted(name));
        }
        return name;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || SECRETS.contains(lower.replaceFirst(";.*", ""));
    }
}
