package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be changed for one user and not written yet. */
final class PendingChange {

    @Nullable
    DirectoryUser profile;

    final Set<String> join = new HashSet<>();
    final Set<String> leave = new HashSet<>();

    boolean hasMemberships() {
        return !join.isEmpty() || !leave.isEmpty();
    }
}
