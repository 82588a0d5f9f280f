package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything a run will do and everything it will not do. Nothing is written but what stands here; preview, guard and report show nothing
 * else. After a run, the same form says what was done.
 *
 * @param groups what happens to groups
 * @param newUsers users to create
 * @param changes users to change
 * @param removals users who are no longer in the directory and to whom something is to be done
 * @param obstacles entries that are not brought in
 * @param unchanged how many users need nothing
 * @param census how many there were before
 */
public record SyncPlan(
        GroupPlan groups,
        List<DirectoryUser> newUsers,
        List<UserChange> changes,
        List<UserRemoval> removals,
        Obstacles obstacles,
        int unchanged,
        Census census) {

    public SyncPlan {
        newUsers = List.copyOf(newUsers);
        changes = List.copyOf(changes);
        removals = List.copyOf(removals);
    }

    /** Entries that cannot be written because a name or address belongs to somebody else. */
    public List<RejectedEntry> conflicts() {
        return obstacles.conflicts();
    }

    /** Every single thing that is done or left undone, with its reason; sentences are made as the stream is read. */
    public Stream<PlannedAction> actions() {
        return new PlanActions(this).all();
    }
}
