package io.github.keycloakjumpcloud.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Maps values to pixels so that every power of ten takes the same room. */
record LogScale(int lowestPower, int highestPower, double from, double to) {

    /** From the power of ten below the smallest value to the one above the largest. */
    static LogScale around(Collection<Double> values, double from, double to) {
        int lowest = (int) Math.floor(Math.log10(
                values.stream().mapToDouble(Double::doubleValue).min().orElse(1)));
        int highest = (int) Math.ceil(Math.log10(
                values.stream().mapToDouble(Double::doubleValue).max().orElse(10)));
        return new LogScale(lowest, Math.max(highest, lowest + 1), from, to);
    }

    double at(double value) {
        return from + (Math.log10(value) - lowestPower) / (highestPower - lowestPower) * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int power = lowestPower; power <= highestPower; power++) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }
}
