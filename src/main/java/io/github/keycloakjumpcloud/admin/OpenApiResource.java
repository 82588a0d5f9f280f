package io.github.keycloakjumpcloud.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code GET openapi}: the description of all these calls, for programs. */
public final class OpenApiResource {

    private static final String DOCUMENT = "openapi.json";

    private final AdminCall call;

    OpenApiResource(AdminCall call) {
        this.call = call;
    }

    /** The document, as JSON. */
    @GET
    public Response document() {
        call.rights().viewRealm();
        return Answers.okText(text());
    }

    private static String text() {
        try (InputStream stream = OpenApiResource.class.getResourceAsStream(DOCUMENT)) {
            if (stream == null) {
                throw new IllegalStateException("The provider's jar lacks " + DOCUMENT);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
