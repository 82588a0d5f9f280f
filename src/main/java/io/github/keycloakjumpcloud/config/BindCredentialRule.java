package io.github.keycloakjumpcloud.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stored password is sent only to the servers, and under the name, that it was typed for. Stateless and thread-safe. */
public final class BindCredentialRule {

    private BindCredentialRule() {}

    /** Whether {@code next} would send the password stored in {@code previous} elsewhere. */
    public static boolean mustBeTypedAnew(Map<String, List<String>> previous, Map<String, List<String>> next) {
        return !previous.equals(next);
    }

    /** The problem to report where {@link #mustBeTypedAnew} holds. */
    public static Optional<ConfigProblem> check(Map<String, List<String>> previous, Map<String, List<String>> next) {
        return mustBeTypedAnew(previous, next)
                ? Optional.of(ConfigProblem.of("jumpcloud.config.credentialMustBeTypedAnew"))
                : Optional.empty();
    }
}
