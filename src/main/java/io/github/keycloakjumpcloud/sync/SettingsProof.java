package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.store.RunStore;
import io.github.keycloakjumpcloud.store.Transactions;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Whether ids mean what they meant in the last run in which everything went through. After a change of organization, servers or id attribute the same
 * id may be another person's. Keeps no session; thread-safe.
 */
public final class SettingsProof {

    private final KeycloakSessionFactory sessions;
    private final String realmId;
    private final String componentId;
    private final JumpCloudConfig config;

    /** For this component with these settings. */
    public SettingsProof(KeycloakSessionFactory sessions, String realmId, String componentId, JumpCloudConfig config) {
        this.sessions = sessions;
        this.realmId = realmId;
        this.componentId = componentId;
        this.config = config;
    }

    /** Asks Keycloak's database, in a transaction of its own. */
    public boolean isGiven(IdAttribute idAttribute) {
        String lastGood = new RunStore(sessions).goodSettings(componentId).orElse(null);
        return new UserSync(new Transactions(sessions, realmId), config, componentId).isProvenBy(lastGood, idAttribute);
    }
}
