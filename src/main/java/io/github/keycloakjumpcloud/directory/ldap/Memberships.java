package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The groups and who is in them.
 *
 * @param groups every group that has a name, whether it is to be imported or not
 * @param rejected groups that Keycloak cannot take
 * @param ofEntry the groups of a user's entry, all of them among {@code groups}
 * @param shortfall why the groups are not whole, or {@code null}
 */
record Memberships(
        List<DirectoryGroup> groups,
        List<RejectedEntry> rejected,
        Function<MappedEntry, List<DirectoryGroup>> ofEntry,
        @Nullable Problem shortfall) {

    /** For a configuration that has no use for groups. */
    static Memberships none() {
        return new Memberships(List.of(), List.of(), entry -> List.of(), null);
    }
}
