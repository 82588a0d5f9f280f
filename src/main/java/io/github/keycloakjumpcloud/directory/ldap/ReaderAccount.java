package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.Locale;

/** The account that searches, as one of the entries it finds. */
final class ReaderAccount {

    private static final String SPECIAL = "\\\"#+";
    private static final char DELETE = 0x7f;

    private final boolean isPerson;
    private final String key;
    private final String letters;
    private final boolean plain;

    ReaderAccount(JumpCloudConfig config) {
        this.isPerson = config.users().importBindUser();
        this.key = DistinguishedName.keyOf(config.connection().bindDn());
        this.letters = letters(config.connection().bindDn());
        this.plain = isPlain(letters);
    }

    /** Whether this entry is the reader's and no user. */
    boolean isLeftOut(MappedEntry entry) {
        return !isPerson
                && mayBe(entry.dn())
                && DistinguishedName.keyOf(entry.dn()).equals(key);
    }

    /** Parsing tens of thousands of DNs takes longer than reading them; without escapes and several values in one component, letters decide. */
    private boolean mayBe(String dn) {
        return !plain || !isPlain(dn) || letters(dn).equals(letters);
    }

    private static boolean isPlain(String dn) {
        for (int i = 0; i < dn.length(); i++) {
            char c = dn.charAt(i);
            if (c < ' ' || c >= DELETE || SPECIAL.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static String letters(String dn) {
        return dn.replace(" ", "").replace(';', ',').toLowerCase(Locale.ROOT);
    }
}
