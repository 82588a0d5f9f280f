package io.github.keycloakjumpcloud.directory;

import java.util.regex.Pattern;

/** Keeps what a server says from forging lines in a log. */
final class OneLine {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private OneLine() {}

    static String of(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
