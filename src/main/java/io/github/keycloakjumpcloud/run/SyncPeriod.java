package io.github.keycloakjumpcloud.run;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.keycloak.component.ComponentModel;
import org.keycloak.storage.UserStorageProviderModel;

/** How often Keycloak syncs a provider by itself. */
public final class SyncPeriod {

    private SyncPeriod() {}

    /** Seconds between periodic syncs, of either kind; 0 where something else may sync it; empty where nothing does, because it is switched off. */
    public static OptionalInt of(ComponentModel component) {
        UserStorageProviderModel model = new UserStorageProviderModel(component);
        if (!model.isEnabled() || !model.isImportEnabled()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(IntStream.of(model.getFullSyncPeriod(), model.getChangedSyncPeriod())
                .filter(seconds -> seconds > 0)
                .min()
                .orElse(0));
    }
}
