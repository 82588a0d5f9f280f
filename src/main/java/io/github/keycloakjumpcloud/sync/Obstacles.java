package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.List;

/**
 * Entries that a plan does not bring in.
 *
 * @param conflicts entries that cannot be written because a name or address belongs to somebody else
 * @param rejected entries that cannot become users or groups
 * @param skipped entries left out on purpose
 */
public record Obstacles(List<RejectedEntry> conflicts, List<RejectedEntry> rejected, List<RejectedEntry> skipped) {

    static final Obstacles NONE = new Obstacles(List.of(), List.of(), List.of());

    public Obstacles {
        conflicts = List.copyOf(conflicts);
        rejected = List.copyOf(rejected);
        skipped = List.copyOf(skipped);
    }
}
