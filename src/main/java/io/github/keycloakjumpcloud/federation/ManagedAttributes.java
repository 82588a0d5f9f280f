package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.store.Marks;
import java.util.HashSet;
import java.util.Set;
import org.keycloak.models.UserModel;

/** Which user attributes come from JumpCloud and are therefore read-only in Keycloak. */
final class ManagedAttributes {

    /** User name, e-mail address, given name and surname. */
    static final Set<String> PROFILE =
            Set.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME);

    private ManagedAttributes() {}

    /** All of them: profile fields, mapped attributes and our marks. */
    static Set<String> of(UserSettings settings) {
        Set<String> names = new HashSet<>(PROFILE);
        names.addAll(settings.attributeMappings().values());
        names.addAll(Marks.OF_USERS);
        return Set.copyOf(names);
    }
}
