package io.github.keycloakjumpcloud.store;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/** The settings of Keycloak's built-in LDAP providers in a realm. */
record LdapComponents(RealmModel realm) {

    private static final String LDAP = "ldap";
    private static final String GROUP_MAPPER = "group-ldap-mapper";
    private static final String GROUPS_PATH = "groups.path";

    /** The built-in LDAP provider with this id, or empty where the realm has none. */
    Optional<ComponentModel> find(String componentId) {
        return Optional.ofNullable(realm.getComponent(componentId))
                .filter(found -> LDAP.equals(found.getProviderId()))
                .filter(found -> UserStorageProvider.class.getName().equals(found.getProviderType()));
    }

    /** The LDAP attribute that its users' ids come from. */
    static String idAttribute(ComponentModel ldap) {
        String configured = ldap.get(LDAPConstants.UUID_LDAP_ATTRIBUTE);
        return configured == null ? LDAPConstants.getUuidAttributeName(ldap.get(LDAPConstants.VENDOR)) : configured;
    }

    /** Where its group mappers put groups; empty where it has none. */
    Set<String> groupsPaths(String componentId) {
        Set<String> paths = new HashSet<>();
        realm.getComponentsStream(componentId)
                .filter(mapper -> GROUP_MAPPER.equals(mapper.getProviderId()))
                .map(mapper -> mapper.get(GROUPS_PATH))
                .forEach(path -> paths.add(path == null || path.isBlank() ? "/" : path.strip()));
        return paths;
    }
}
