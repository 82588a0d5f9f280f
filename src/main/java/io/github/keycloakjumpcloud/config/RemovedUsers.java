package io.github.keycloakjumpcloud.config;

import java.util.Arrays;
import java.util.Optional;

/** What happens to a user who has left JumpCloud. */
public enum RemovedUsers {
    /** He can no longer sign in and his sessions end; he is enabled again when he comes back. */
    DISABLE("disable"),
    /** He is deleted with everything that is his. */
    DELETE("delete"),
    /** He stays as he is, but for his password, which nobody checks any more. */
    KEEP("keep");

    private final String value;

    RemovedUsers(String value) {
        this.value = value;
    }

    /** The value in the component's configuration. */
    public String value() {
        return value;
    }

    /** The constant with this configuration value, letter case ignored. */
    public static Optional<RemovedUsers> of(String value) {
        return Arrays.stream(values())
                .filter(fate -> fate.value.equalsIgnoreCase(value))
                .findFirst();
    }
}
