package io.github.keycloakjumpcloud.store;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.jpa.entities.UserEntity;

/** The time of a user's last modification, a column that Keycloak's older versions do not have. */
final class ModificationTime {

    private static final Optional<Method> SETTER = Arrays.stream(UserEntity.class.getMethods())
            .filter(method -> method.getName().equals("setLastModifiedTimestamp"))
            .findFirst();

    private ModificationTime() {}

    static void set(UserEntity user, long millis) {
        if (SETTER.isPresent()) {
            try {
                SETTER.get().invoke(user, millis);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Keycloak does not let its users' modification time be set", e);
            }
        }
    }
}
