package io.github.keycloakjumpcloud.access;

import io.github.keycloakjumpcloud.access.ConnectionRegistry.Entry;
import io.github.keycloakjumpcloud.config.ConnectionSettings;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * Finds connections of this node that belong to no provider as it is now. Another node may have changed, disabled or removed it, and where nobody asks
 * for it here any more, nothing else would close them: they would be kept alive, and be replaced with the old password. Thread-safe.
 */
public final class OutdatedConnections {

    private final ConnectionRegistry registry;
    private final Consumer<String> removed;

    /** @param removed hears the ids of components that are gone */
    public OutdatedConnections(ConnectionRegistry registry, Consumer<String> removed) {
        this.registry = registry;
        this.removed = removed;
    }

    /**
     * Closes them. Costs no query as long as Keycloak has the realms in its cache.
     *
     * @throws RuntimeException where not all of them could be looked at
     */
    public void close(KeycloakSessionFactory sessions) {
        @Nullable RuntimeException failure = null;
        for (Entry entry : registry.entries()) {
            try {
                // A session for each: Keycloak's vault gives every session the secrets of one realm.
                KeycloakModelUtils.runJobInTransaction(sessions, session -> look(session, entry));
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void look(KeycloakSession session, Entry entry) {
        ComponentModel component = component(session, entry);
        if (component == null) {
            registry.remove(entry.componentId());
            removed.accept(entry.componentId());
        } else if (!new UserStorageProviderModel(component).isEnabled()
                || !entry.settings().equals(settings(session, component))) {
            registry.close(entry);
        }
    }

    private static @Nullable ComponentModel component(KeycloakSession session, Entry entry) {
        RealmModel realm = session.realms().getRealm(entry.realmId());
        if (realm == null) {
            return null;
        }
        session.getContext().setRealm(realm);
        return realm.getComponent(entry.componentId());
    }

    /** What they would be opened with now; {@code null} where the configuration cannot be read. */
    private @Nullable ConnectionSettings settings(KeycloakSession session, ComponentModel component) {
        try {
            return registry.config(component, secret -> Secrets.resolve(session, secret))
                    .connection();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
