package io.github.keycloakjumpcloud.run;

import io.github.keycloakjumpcloud.access.ConnectionRegistry;
import io.github.keycloakjumpcloud.access.DirectoryAccess;
import io.github.keycloakjumpcloud.store.Transactions;
import org.keycloak.component.ComponentModel;

/** The way to one component's directory and users, with the settings that it has when somebody asks. */
record ComponentAccess(SyncTarget target, Transactions transactions, ConnectionRegistry connections) {

    /** Made in a session, used without one. */
    DirectoryAccess open() {
        return transactions.call((session, realm) -> {
            ComponentModel component = realm.getComponent(target.componentId());
            if (component == null) {
                throw new IllegalStateException("the provider was removed meanwhile");
            }
            DirectoryAccess prepared = new DirectoryAccess(session, component, connections);
            prepared.directory();
            return prepared;
        });
    }
}
