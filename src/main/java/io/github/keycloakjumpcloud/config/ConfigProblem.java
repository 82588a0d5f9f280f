package io.github.keycloakjumpcloud.config;

import java.util.List;

/**
 * One thing that is wrong with a configuration, in a form that can be shown in any language.
 *
 * @param messageKey key of the sentence in the message bundle
 * @param args values for the sentence's placeholders; the first is usually the message key of the field's label, which both Keycloak's admin
 *     REST and {@link io.github.keycloakjumpcloud.i18n.EnglishMessages} replace by the label itself; never a secret
 */
public record ConfigProblem(String messageKey, List<String> args) {

    public ConfigProblem {
        args = List.copyOf(args);
    }

    static ConfigProblem of(String messageKey, String... args) {
        return new ConfigProblem(messageKey, List.of(args));
    }
}
