package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import io.github.keycloakjumpcloud.store.LocalGroup;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.List;

/**
 * Everything a run will do and everything it will not do, with reasons. Nothing is written but what stands here.
 *
 * @param newGroups groups to create
 * @param newUsers users to create
 * @param changes users to change
 * @param ownedGroups groups that exist already
 * @param departed users who are no longer in the directory; marked, so that they cannot sign in, and otherwise left as they are
 * @param departedGroups groups that are no longer in the directory; reported and left as they are
 * @param conflicts entries that cannot be written because a name or address belongs to somebody else
 * @param rejected entries that cannot become users or groups
 * @param skipped entries left out on purpose
 * @param unchanged how many users need nothing
 */
public record SyncPlan(
        List<DirectoryGroup> newGroups,
        List<DirectoryUser> newUsers,
        List<UserChange> changes,
        List<LocalGroup> ownedGroups,
        List<LocalUser> departed,
        List<LocalGroup> departedGroups,
        List<RejectedEntry> conflicts,
        List<RejectedEntry> rejected,
        List<RejectedEntry> skipped,
        int unchanged) {

    public SyncPlan {
        newGroups = List.copyOf(newGroups);
        newUsers = List.copyOf(newUsers);
        changes = List.copyOf(changes);
        ownedGroups = List.copyOf(ownedGroups);
        departed = List.copyOf(departed);
        departedGroups = List.copyOf(departedGroups);
        conflicts = List.copyOf(conflicts);
        rejected = List.copyOf(rejected);
        skipped = List.copyOf(skipped);
    }
}
