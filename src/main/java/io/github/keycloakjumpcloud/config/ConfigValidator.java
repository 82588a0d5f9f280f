package io.github.keycloakjumpcloud.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Checks everything about a configuration that can be checked without a network. Stateless and thread-safe. */
public final class ConfigValidator {

    private ConfigValidator() {}

    /**
     * Checks a configuration.
     *
     * @param values configuration values as the component holds them
     * @param filterSyntax gives the parser's complaint about an LDAP filter, or empty where it parses
     * @return every problem, in the order of the fields; empty where the configuration is valid
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static List<ConfigProblem> validate(
            Map<String, List<String>> values, Function<String, Optional<String>> filterSyntax) {
        throw new UnsupportedOperationException(values.size() + filterSyntax.toString());
    }
}
