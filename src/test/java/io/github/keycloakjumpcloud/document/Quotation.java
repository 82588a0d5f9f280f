package io.github.keycloakjumpcloud.document;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page says that the program says, with example values. */
record Quotation(String text) {

    private static final String MARK = "> ";
    private static final String PLACEHOLDER = "\\{[0-9]}";

    static List<Quotation> of(List<String> page) {
        return page.stream()
                .filter(line -> line.startsWith(MARK))
                .map(line -> new Quotation(line.substring(MARK.length())))
                .toList();
    }

    /** Whether it is this message with any values in its places. */
    boolean isOf(String message) {
        String pattern = Arrays.stream(message.split(PLACEHOLDER, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+"));
        return text.matches(pattern);
    }
}
