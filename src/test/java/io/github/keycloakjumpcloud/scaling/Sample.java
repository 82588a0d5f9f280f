package io.github.keycloakjumpcloud.scaling;

import java.util.Map;

/** One line of what was measured, by the names of its columns. */
record Sample(Map<String, String> values) {

    Sample {
        values = Map.copyOf(values);
    }

    String text(String column) {
        String value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException("There is no column " + column + " among " + values.keySet());
        }
        return value;
    }

    double number(String column) {
        return Double.parseDouble(text(column));
    }

    boolean is(String column, String value) {
        return text(column).equals(value);
    }
}
