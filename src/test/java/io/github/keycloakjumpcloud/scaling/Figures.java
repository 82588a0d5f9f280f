package io.github.keycloakjumpcloud.scaling;

import java.util.Locale;

/** Numbers for people: no more digits than were measured. */
final class Figures {

    private static final double MINUTES_FROM = 120;

    private Figures() {}

    static String whole(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    /** Two or three digits. */
    static String number(double number) {
        int decimals = number >= 100 ? 0 : number >= 10 ? 1 : number >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    static String seconds(double seconds) {
        return seconds >= MINUTES_FROM ? number(seconds / 60) + " min" : number(seconds) + " s";
    }

    /** {@code +12 %}. */
    static String error(double part) {
        return String.format(Locale.ROOT, "%+.0f %%", part * 100);
    }

    static String percent(double part) {
        return Math.round(part * 100) + " %";
    }

    /** A cost of one of something, in the unit in which it can be read. */
    static String cost(double seconds) {
        if (seconds == 0) {
            return "0";
        }
        if (seconds >= 0.1) {
            return number(seconds) + " s";
        }
        return seconds >= 1e-4 ? number(seconds * 1e3) + " ms" : number(seconds * 1e6) + " µs";
    }
}
