package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.config.ConfigKeys;
import io.github.keycloakjumpcloud.config.IdAttribute;
import org.keycloak.component.ComponentModel;

/** Remembers in the component what {@code uuidLDAPAttribute=auto} came to, so that the choice cannot flip later. */
public final class ResolvedIdAttribute {

    private ResolvedIdAttribute() {}

    /** Stores the choice unless one is stored already or the attribute is configured; costs one cached read otherwise. */
    public static void remember(Transactions transactions, String componentId, IdAttribute seen) {
        transactions.call((session, realm) -> {
            ComponentModel cached = realm.getComponent(componentId);
            if (cached != null) {
                // What the realm hands out is shared by all sessions.
                ComponentModel component = new ComponentModel(cached);
                if (remember(component, seen)) {
                    realm.updateComponent(component);
                }
            }
            return true;
        });
    }

    /** Sets the choice on the component unless there is one; says whether it did. The caller stores the component. */
    public static boolean remember(ComponentModel component, IdAttribute seen) {
        String configured = component.get(ConfigKeys.UUID_LDAP_ATTRIBUTE);
        boolean auto = configured == null || IdAttribute.AUTO.ldapName().equalsIgnoreCase(configured);
        if (!auto || seen == IdAttribute.AUTO || component.get(ConfigKeys.RESOLVED_ID_ATTRIBUTE) != null) {
            return false;
        }
        component.put(ConfigKeys.RESOLVED_ID_ATTRIBUTE, seen.ldapName());
        return true;
    }
}
