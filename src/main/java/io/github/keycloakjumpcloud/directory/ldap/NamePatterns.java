package io.github.keycloakjumpcloud.directory.ldap;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names or {@code *} patterns, letter case ignored; none at all matches everything. */
final class NamePatterns implements Predicate<String> {

    private final List<Pattern> patterns;

    NamePatterns(List<String> patterns) {
        this.patterns = patterns.stream().map(NamePatterns::compile).toList();
    }

    @Override
    public boolean test(String name) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern compile(String pattern) {
        String regex = Arrays.stream(pattern.strip().split("\\*+", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
