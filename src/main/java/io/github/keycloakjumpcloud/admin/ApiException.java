package io.github.keycloakjumpcloud.admin;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

/** Ends a call with {@code {"error": code, "message": sentence}}. The codes are public and stable. */
final class ApiException extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    ApiException(Status status, String code, String sentence) {
        super(sentence, Answers.error(status, code, sentence));
    }
}
