package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.RejectedEntry;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param written entries that were written
 * @param failures entries that were not, each with the reason
 */
record BatchResult<T>(List<T> written, List<RejectedEntry> failures) {

    BatchResult {
        written = List.copyOf(written);
        failures = List.copyOf(failures);
    }

    static <T> BatchResult<T> nothing() {
        return new BatchResult<>(List.of(), List.of());
    }
}
