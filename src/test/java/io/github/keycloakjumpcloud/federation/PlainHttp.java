package io.github.keycloakjumpcloud.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakjumpcloud.keycloak.HttpOne;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What a program without administrator's rights asks of Keycloak: with a user's token, or none. */
final class PlainHttp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpOne.client(Duration.ofSeconds(5));

    private PlainHttp() {}

    /** An answer; the body of an empty one is a missing node. */
    record Answer(int status, JsonNode body) {}

    static Answer get(String url) {
        return send(request(url).GET().build());
    }

    static Answer get(String url, String token) {
        return send(
                request(url).header("Authorization", "Bearer " + token).GET().build());
    }

    static Answer post(String url, String token, Object body) {
        return send(request(url)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build());
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", "application/json");
    }

    private static Answer send(HttpRequest request) {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
