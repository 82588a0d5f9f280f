package io.github.keycloakjumpcloud.bench;

import java.util.Collection;
import java.util.List;

/** The middle of some measurements, and how far they lie apart. */
record Spread(double median, double least, double most) {

    static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** {@code 2.31 s (2.20–2.52)}; of a single measurement {@code 2.31 s}. */
    String inSeconds() {
        String middle = Numbers.seconds(median) + " s";
        return least == most ? middle : middle + " (" + Numbers.seconds(least) + "–" + Numbers.seconds(most) + ")";
    }
}
