package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.Lookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody was looked for in JumpCloud, and what came of it.
 *
 * @param filters those that were tried
 * @param attribute LDAP attribute that the decisive one compares
 * @param namesake whoever is called like a known user whose own identity is not there any more, or {@code null}
 */
record UserSearch(
        List<String> filters,
        String attribute,
        Lookup lookup,
        @Nullable DirectoryUser namesake,
        long millis) {

    UserSearch {
        filters = List.copyOf(filters);
    }

    Lookup.@Nullable Present present() {
        return lookup instanceof Lookup.Present present ? present : null;
    }
}
