package io.github.keycloakjumpcloud.run;

import org.keycloak.component.ComponentModel;

/**
 * The component that is synced.
 *
 * @param name as administrators see it
 */
record SyncTarget(String realmId, String componentId, String name) {

    static SyncTarget of(String realmId, ComponentModel component) {
        return new SyncTarget(realmId, component.getId(), component.getName());
    }
}
