package io.github.keycloakjumpcloud.access;

import org.jspecify.annotations.Nullable;

/**
 * JumpCloud cannot be asked, or not by this configuration. Keycloak must not see it: its own exception for that came with 26.5, so that a class which
 * names it cannot be used in 26.4.
 */
public final class DirectoryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** {@code message} is a sentence for the log, which names the provider. */
    public DirectoryUnavailableException(String message) {
        super(message);
    }

    /** The same with what led to it, or {@code null}. */
    public DirectoryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
