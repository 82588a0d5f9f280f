package io.github.keycloakjumpcloud.bench;

import java.util.Locale;

/** Numbers for people. */
final class Numbers {

    private Numbers() {}

    static String whole(double number) {
        return whole(Math.round(number));
    }

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Three digits or so: more would claim more than was measured. */
    static String seconds(double seconds) {
        int decimals = seconds >= 100 ? 0 : seconds >= 10 ? 1 : seconds >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", seconds);
    }

    static String times(double factor) {
        return String.format(Locale.ROOT, factor >= 10 ? "%,.0f ×" : "%.1f ×", factor);
    }

    /** What a figure needs to be told with that was measured less often than asked for; otherwise empty. */
    static String ifFewer(int times, int repetitions) {
        return times < repetitions ? ", measured " + times + " ×" : "";
    }
}
