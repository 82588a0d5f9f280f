package io.github.keycloakjumpcloud.store;

import java.util.Set;
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

    /** On groups: id of the provider (component) that created the group. */
    public static final String COMPONENT = "jumpcloud.component";

    /** The marks that a user carries. */
    public static final Set<String> OF_USERS = Set.of(LDAP_ID, LDAP_ENTRY_DN, FINGERPRINT, DEPARTED);

    private Marks() {}
}
