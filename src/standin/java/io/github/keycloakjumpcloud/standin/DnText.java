package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Locale;

/** DNs as OpenLDAP writes them: UTF-8 as it is, special characters as {@code \2C}, parentheses plain. */
final class DnText {

    static final String ROOT = "dc=jumpcloud,dc=com";

    private DnText() {}

    static String organization(String organizationId) {
        return "o=" + organizationId + "," + ROOT;
    }

    static String rdn(String attribute, String value) {
        StringBuilder text = new StringBuilder(attribute).append('=');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean edge = (c == ' ' && (i == 0 || i == value.length() - 1)) || (c == '#' && i == 0);
            if (edge || ",+\"\\<>;=".indexOf(c) >= 0) {
                text.append('\\').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The form under which a DN is looked up. */
    static String normalize(String dn) throws LDAPException {
        return DN.normalize(dn);
    }

    /** For DNs that the stand-in made itself. */
    static String normalizeOwn(String dn) {
        try {
            return DN.normalize(dn);
        } catch (LDAPException e) {
            throw new IllegalArgumentException("not a DN: " + dn, e);
        }
    }
}
