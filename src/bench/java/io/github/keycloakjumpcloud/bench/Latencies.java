package io.github.keycloakjumpcloud.bench;

import java.util.Arrays;

/** How long each of many things took, in nanoseconds. */
final class Latencies {

    private final long[] sorted;

    Latencies(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** The least time, in milliseconds, that this percentage of all did not exceed (nearest rank). */
    double percentile(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("Not a percentage above 0: " + percent);
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[rank - 1] / 1e6;
    }
}
