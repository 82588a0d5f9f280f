package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What changes for a user whom Keycloak knows.
 *
 * @param local the user as Keycloak holds him
 * @param user the user as the directory shows him
 * @param profile whether names, addresses or attributes are written
 * @param release whether user name and address must be given up first, because another user of this plan takes one of them
 * @param join keys of the groups to join
 * @param leave keys of the groups to leave
 */
public record UserChange(
        LocalUser local, DirectoryUser user, boolean profile, boolean release, Set<String> join, Set<String> leave) {

    public UserChange {
        join = Set.copyOf(join);
        leave = Set.copyOf(leave);
    }

    /** Whether the user name changes. */
    public boolean isRename() {
        return profile && !local.username().equals(user.username());
    }

    /** Whether the user is enabled again: only whom this provider has disabled. */
    public boolean isEnabling() {
        return local.disabledByUs() && !local.enabled();
    }

    /** Only the memberships that end in such groups and, if asked for, the new user name. */
    UserChange held(Predicate<String> groupKey, boolean withRename) {
        return new UserChange(
                local,
                user,
                withRename && isRename(),
                false,
                Set.of(),
                leave.stream().filter(groupKey).collect(Collectors.toSet()));
    }

    boolean isEmpty() {
        return !profile && join.isEmpty() && leave.isEmpty();
    }
}
