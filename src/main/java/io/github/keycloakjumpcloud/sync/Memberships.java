package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.HashSet;
import java.util.Set;

/** Compares a user's memberships; none ends that must wait, or about which the directory does not tell everything. Pure. */
final class Memberships {

    private final Set<String> joinable = new HashSet<>();
    private final Set<String> unclear;
    private final boolean whole;
    private final Holdback holdback;

    /**
     * @param groups what happens to groups; without any, memberships are left alone
     * @param unclear keys of groups that are there but could not be taken
     * @param whole whether the directory was read wholly
     * @param holdback which removals must wait
     */
    Memberships(GroupPlan groups, Set<String> unclear, boolean whole, Holdback holdback) {
        groups.created().forEach(group -> joinable.add(group.key()));
        groups.owned().forEach(group -> joinable.add(group.key()));
        this.unclear = unclear;
        this.whole = whole;
        this.holdback = holdback;
    }

    /**
     * What changes for a user.
     *
     * @param profile whether more than memberships changes
     * @param release whether names must be given up first
     */
    UserChange change(DirectoryUser user, LocalUser local, boolean profile, boolean release) {
        boolean same = user.groupKeys().equals(local.groupKeys());
        return new UserChange(
                local,
                user,
                profile,
                release && profile,
                same ? Set.of() : joining(user, local),
                same ? Set.of() : leaving(user, local));
    }

    private Set<String> joining(DirectoryUser user, LocalUser local) {
        Set<String> join = new HashSet<>(user.groupKeys());
        join.retainAll(joinable);
        join.removeAll(local.groupKeys());
        return join;
    }

    private Set<String> leaving(DirectoryUser user, LocalUser local) {
        Set<String> leave = new HashSet<>();
        for (String key : local.groupKeys()) {
            if (whole
                    && joinable.contains(key)
                    && !user.groupKeys().contains(key)
                    && !unclear.contains(key)
                    && !holdback.holdsGroup(key)) {
                leave.add(key);
            }
        }
        return leave;
    }
}
