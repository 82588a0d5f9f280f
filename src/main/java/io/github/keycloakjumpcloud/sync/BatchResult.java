package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param written entries that were written
 * @param failures entries that were not, each with the reason
 */
record BatchResult(int written, List<RejectedEntry> failures) {

    static final BatchResult NOTHING = new BatchResult(0, List.of());

    BatchResult {
        failures = List.copyOf(failures);
    }
}
