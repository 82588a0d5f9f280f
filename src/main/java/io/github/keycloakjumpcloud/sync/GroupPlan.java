package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import io.github.keycloakjumpcloud.store.LocalGroup;
import java.util.List;

/**
 * What happens to groups.
 *
 * @param owned groups that this provider created and Keycloak holds
 * @param created groups to create
 * @param renamed groups to rename
 * @param removed groups to remove, after everything else
 * @param kept groups that are no longer in the directory and stay, because others' things hang on them
 */
public record GroupPlan(
        List<LocalGroup> owned,
        List<DirectoryGroup> created,
        List<GroupRename> renamed,
        List<LocalGroup> removed,
        List<KeptGroup> kept) {

    static final GroupPlan EMPTY = new GroupPlan(List.of(), List.of(), List.of(), List.of(), List.of());

    public GroupPlan {
        owned = List.copyOf(owned);
        created = List.copyOf(created);
        renamed = List.copyOf(renamed);
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
    }
}
