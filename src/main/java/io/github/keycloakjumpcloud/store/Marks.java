package io.github.keycloakjumpcloud.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.LDAPConstants;

/** Attributes by which this provider recognises what it created. */
public final class Marks {

    /** On users: the identity in the directory. The built-in LDAP provider's name, so that a realm can move from it. */
    public static final String LDAP_ID = LDAPConstants.LDAP_ID;

    /** On users and groups: the distinguished name. The built-in LDAP provider's name too. */
    public static final String LDAP_ENTRY_DN = LDAPConstants.LDAP_ENTRY_DN;

    /** On users: {@link Fingerprint} of what was written last. */
    public static final String FINGERPRINT = "jumpcloud.fingerprint";

    /** On users: since when a complete read has not found them any more; who carries it cannot sign in. */
    public static final String DEPARTED = "jumpcloud.departed";

    /** On users: since when they are disabled because they had left; nobody else's disabling is ever undone. */
    public static final String DISABLED = "jumpcloud.disabled";

    /** On groups: id of the provider (component) that created the group. */
    public static final String COMPONENT = "jumpcloud.component";

    /** The marks that a user carries. */
    public static final Set<String> OF_USERS = Set.of(LDAP_ID, LDAP_ENTRY_DN, FINGERPRINT, DEPARTED, DISABLED);

    private Marks() {}

    /** The time in a mark. One that cannot be read counts as the far future, so that nothing ever falls due by it. */
    static @Nullable Instant time(@Nullable String mark) {
        if (mark == null) {
            return null;
        }
        try {
            return Instant.parse(mark);
        } catch (DateTimeParseException e) {
            return Instant.MAX;
        }
    }
}
