package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person in the directory beside the Keycloak user with the same identity, if there is one. */
record Candidate(DirectoryUser user, @Nullable LocalUser local) {

    boolean keepsUsername() {
        return local != null && local.username().equals(user.username());
    }

    /** Whether nothing is asked of anybody else: the person has the names already. */
    boolean keepsNames() {
        return keepsUsername() && keepsEmail();
    }

    boolean keepsEmail() {
        return user.email() == null || (local != null && Objects.equals(local.email(), user.email()));
    }
}
