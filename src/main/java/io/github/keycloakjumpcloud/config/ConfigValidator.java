package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Checks everything about a configuration that can be checked without a network. Stateless and thread-safe. */
public final class ConfigValidator {

    private ConfigValidator() {}

    /**
     * Checks a configuration.
     *
     * @param values configuration values as the component holds them; not changed
     * @param filterSyntax gives the parser's complaint about an LDAP filter, or empty where it parses
     * @return every problem once, in the order of the form; empty where the configuration is valid. The password is in none of them
     */
    public static List<ConfigProblem> validate(
            Map<String, List<String>> values, Function<String, Optional<String>> filterSyntax) {
        FormFields form = FormFields.of(values);
        // A set: what is wrong with one field is met again in every field that derives from it.
        Set<ConfigProblem> problems = new LinkedHashSet<>();
        for (Supplier<?> reader : form.readers()) {
            try {
                Object unused = reader.get();
            } catch (InvalidValueException e) {
                problems.addAll(e.problems());
            }
        }
        form.users()
                .customFilter()
                .flatMap(filter -> filterSyntax
                        .apply(filter)
                        .map(complaint -> ConfigProblem.of(
                                "jumpcloud.config.filterInvalid",
                                label(ConfigKeys.CUSTOM_USER_SEARCH_FILTER),
                                quoted(filter),
                                quoted(complaint))))
                .ifPresent(problems::add);
        return List.copyOf(problems);
    }
}
