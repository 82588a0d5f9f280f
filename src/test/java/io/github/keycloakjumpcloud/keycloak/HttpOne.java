package io.github.keycloakjumpcloud.keycloak;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * HTTP/1.1 alone. Left to itself the JDK's client asks a server without TLS for HTTP/2 by an upgrade, and under load now and then takes the answer's text
 * for frames ({@code exceeds MAX_FRAME_SIZE}).
 */
public final class HttpOne {

    private HttpOne() {}

    /** A client that follows no redirects. Thread-safe. */
    public static HttpClient client(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
    }
}
