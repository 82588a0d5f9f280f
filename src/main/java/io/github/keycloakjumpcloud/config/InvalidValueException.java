package io.github.keycloakjumpcloud.config;

import io.github.keycloakjumpcloud.i18n.EnglishMessages;
import java.util.List;
import java.util.stream.Collectors;

/** A field holds what it may not hold. Reading stops here, with English sentences; validation collects the problems and goes on. */
final class InvalidValueException extends IllegalArgumentException {

    private static final int LONGEST_QUOTE = 200;

    private final transient List<ConfigProblem> problems;

    InvalidValueException(List<ConfigProblem> problems) {
        super(problems.stream()
                .map(problem -> EnglishMessages.text(
                        problem.messageKey(), problem.args().toArray()))
                .collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    InvalidValueException(String messageKey, String... args) {
        this(List.of(ConfigProblem.of(messageKey, args)));
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    /** The message key of a field's label. */
    static String label(String configKey) {
        return "jumpcloud." + configKey + ".label";
    }

    /**
     * A value as it appears in a sentence. The quotation marks are put on here, not in the sentence, because Keycloak's admin REST replaces any
     * parameter that happens to be a message key: the bare value {@code username} would turn into "Username".
     */
    static String quoted(String value) {
        return "“" + (value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value) + "”";
    }
}
