package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.observe.Metering;
import io.github.keycloakjumpcloud.observe.ProviderLabel;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Tells this node's meters which providers there are. Thread-safe; keeps no session. */
public final class KnownProviders {

    private final Metering metering;

    /** @param metering shows the providers' meters */
    public KnownProviders(Metering metering) {
        this.metering = metering;
    }

    /** A provider is there, or has changed. */
    public void know(RealmModel realm, ComponentModel component) {
        metering.know(
                new ProviderLabel(realm.getName(), component.getName(), component.getId()), SyncPeriod.of(component));
    }

    /** A provider is used on this node, perhaps for the first time: another node may have created it just now. */
    public void used(KeycloakSession session, ComponentModel component) {
        RealmModel realm = isNew(component) ? session.realms().getRealm(component.getParentId()) : null;
        if (realm != null) {
            know(realm, component);
        }
    }

    /** The same where there is no session. */
    void used(KeycloakSessionFactory sessions, ComponentModel component) {
        if (isNew(component)) {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> used(session, component));
        }
    }

    /** One that is only being tried out has no id yet. */
    private boolean isNew(ComponentModel component) {
        return metering.isOn() && component.getId() != null && !metering.knows(component.getId());
    }
}
