package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.compatibility.ChangingMethod;
import org.keycloak.models.jpa.entities.UserEntity;

/** The time of a user's last modification, a column that Keycloak has since 26.6. */
final class ModificationTime {

    private static final ChangingMethod SETTER = ChangingMethod.of(UserEntity.class, "setLastModifiedTimestamp");

    private ModificationTime() {}

    static void set(UserEntity user, long millis) {
        if (SETTER.exists()) {
            SETTER.call(user, millis);
        }
    }
}
