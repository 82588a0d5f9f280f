package io.github.keycloakjumpcloud.scaling;

import java.util.function.ToDoubleFunction;

/**
 * What a cost grows with.
 *
 * @param name in words, as the document shows it
 * @param value of it for a measurement, or for what is asked for
 */
record Term(String name, ToDoubleFunction<Sample> value) {

    static final Term ONCE = new Term("each time", sample -> 1);

    static Term of(String name, String column) {
        return new Term(name, sample -> sample.number(column));
    }

    /** A round trip for each. */
    static Term trips(String name, String column, String millis) {
        return new Term(name, sample -> sample.number(column) * sample.number(millis));
    }
}
