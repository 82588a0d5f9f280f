package io.github.keycloakjumpcloud.admin;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.keycloak.util.JsonSerialization;

/** Answers in JSON, which nobody keeps. */
final class Answers {

    private Answers() {}

    static Response ok(Object body) {
        return json(Status.OK, body).build();
    }

    /** What is JSON already. */
    static Response okText(String json) {
        return jsonText(Status.OK, json).build();
    }

    /** Something was begun, or was running already, that can be watched at this place. */
    static Response accepted(Object body, URI location) {
        return json(Status.ACCEPTED, body).location(location).build();
    }

    static Response accepted(Object body) {
        return json(Status.ACCEPTED, body).build();
    }

    static Response error(Status status, String code, String sentence) {
        return json(status, new ErrorBody(code, sentence)).build();
    }

    private record ErrorBody(String error, String message) {}

    /** Written here, so that the form does not depend on how Keycloak sets its REST up. */
    private static Response.ResponseBuilder json(Status status, Object body) {
        try {
            return jsonText(status, JsonSerialization.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException("An answer cannot be written as JSON", e);
        }
    }

    private static Response.ResponseBuilder jsonText(Status status, String json) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json);
    }
}
