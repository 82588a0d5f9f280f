package io.github.keycloakjumpcloud.directory;

import io.github.keycloakjumpcloud.config.IdAttribute;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of reading the whole directory. */
public sealed interface ReadOutcome {

    /**
     * Users and groups that were read.
     *
     * @param users users, in no particular order
     * @param groups groups, in no particular order
     * @param rejected entries that cannot become users or groups
     * @param skipped entries that are left out on purpose (the reader), each with the reason
     * @param idAttribute where the users' ids come from: the configured attribute, or what {@code auto} comes to over all entries
     * @param shortfall why the picture is not whole, or {@code null}: nothing may be removed on the strength of an incomplete snapshot
     */
    record Snapshot(
            List<DirectoryUser> users,
            List<DirectoryGroup> groups,
            List<RejectedEntry> rejected,
            List<RejectedEntry> skipped,
            IdAttribute idAttribute,
            @Nullable Problem shortfall)
            implements ReadOutcome {

        public Snapshot {
            users = List.copyOf(users);
            groups = List.copyOf(groups);
            rejected = List.copyOf(rejected);
            skipped = List.copyOf(skipped);
        }

        /** Why the picture is not whole; empty when it is. */
        public Optional<Problem> incomplete() {
            return Optional.ofNullable(shortfall);
        }
    }

    /** Nothing could be read. */
    record Failed(Problem problem) implements ReadOutcome {}
}
