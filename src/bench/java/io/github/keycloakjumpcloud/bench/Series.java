package io.github.keycloakjumpcloud.bench;

import java.util.List;

/** A line of a plot. */
record Series(String label, String colour, boolean dashed, List<Point> points) {

    /** Both must be above zero. */
    record Point(double x, double y) {}
}
