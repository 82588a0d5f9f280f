package io.github.keycloakjumpcloud.keycloak;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer of Keycloak. The body of an empty answer is a missing node, of one that is not JSON a text node. */
public record Response(int status, JsonNode body, String location) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The body of a call that must succeed. */
    public JsonNode ok() {
        if (!isSuccess()) {
            throw new AssertionError("Keycloak answered " + status + ": " + body);
        }
        return body;
    }

    /** The id at the end of the Location header of a call that must have created something. */
    public String createdId() {
        ok();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The stable code: {@code error}. */
    public String error() {
        return body.path("error").asText();
    }

    /** The sentence for people, whichever of its three names Keycloak used. */
    public String message() {
        for (String name : new String[] {"errorMessage", "error_description", "message"}) {
            if (body.hasNonNull(name)) {
                return body.path(name).asText();
            }
        }
        return error();
    }
}
