package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param added users created
 * @param updated users changed, memberships included
 * @param unchanged users that needed nothing
 * @param departed users who are no longer in the directory; they cannot sign in and were otherwise left as they are
 * @param departedGroups imported groups that are no longer in the directory and were left as they are
 * @param groupsAdded groups created
 * @param failures entries that could not be brought in, each with the reason
 * @param skipped entries left out on purpose, each with the reason
 * @param problem why the directory could not be read, or not wholly, as an English sentence; {@code null} when it was
 * @param duration wall time
 */
public record SyncReport(
        int added,
        int updated,
        int unchanged,
        int departed,
        int departedGroups,
        int groupsAdded,
        List<RejectedEntry> failures,
        List<RejectedEntry> skipped,
        @Nullable String problem,
        Duration duration) {

    public SyncReport {
        failures = List.copyOf(failures);
        skipped = List.copyOf(skipped);
    }

    /** A run that ended before anything was touched. */
    static SyncReport failed(String problem, Duration duration) {
        return new SyncReport(0, 0, 0, 0, 0, 0, List.of(), List.of(), problem, duration);
    }

    /** How many things went wrong: the entries that failed, and the directory if it could not be read wholly. */
    public int failed() {
        return failures.size() + (problem == null ? 0 : 1);
    }

    /** Why the directory could not be read, or not wholly. */
    public Optional<String> problemText() {
        return Optional.ofNullable(problem);
    }
}
