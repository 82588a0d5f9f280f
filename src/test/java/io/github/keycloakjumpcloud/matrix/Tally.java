package io.github.keycloakjumpcloud.matrix;

import java.util.List;
import java.util.Map;

/**
 * What Failsafe reported. Immutable.
 *
 * @param classes how many test classes ran
 * @param tests how many tests there were, with those that failed or were skipped
 * @param failed class and name of each that failed
 * @param skipped how many were skipped, by the reason they gave
 */
record Tally(int classes, int tests, List<String> failed, Map<String, Integer> skipped) {

    Tally {
        failed = List.copyOf(failed);
        skipped = Map.copyOf(skipped);
    }

    int countSkipped() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }

    int countRun() {
        return tests - countSkipped();
    }
}
