package io.github.keycloakjumpcloud.store;

/** Keycloak holds something else than it did when a move was planned, so that nothing moves. The message is for the administrator. */
public final class ChangedMeanwhileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChangedMeanwhileException(String message) {
        super(message);
    }
}
