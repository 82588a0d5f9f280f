package io.github.keycloakjumpcloud.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Many sign-ins at once by direct grant, over as many kept-alive HTTP/1.1 connections as it takes: over HTTP/2 all of them would share one, which has
 * room for a hundred. Thread-safe.
 */
public final class SignInLine {

    private final HttpClient http = HttpOne.client(Duration.ofSeconds(30));

    private final URI endpoint;
    private final Duration limit;

    private SignInLine(URI endpoint, Duration limit) {
        this.endpoint = endpoint;
        this.limit = limit;
    }

    /**
     * To a realm's client for sign-ins.
     *
     * @param limit longest wait for an answer
     */
    public static SignInLine to(RealmApi realm, Duration limit) {
        return new SignInLine(
                URI.create(realm.admin().baseUrl() + "/realms/" + JsonHttp.encode(realm.name())
                        + "/protocol/openid-connect/token"),
                limit);
    }

    /** Throws an {@link UncheckedIOException} where no answer comes. */
    public SignInResult with(String username, String password) {
        return with(Map.of("username", username, "password", password));
    }

    /** For an application that asks who signed in: Keycloak signs a second token. Otherwise as {@link #with}. */
    public SignInResult withIdToken(String username, String password) {
        return with(Map.of("username", username, "password", password, "scope", "openid"));
    }

    private SignInResult with(Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(parameters);
        form.put("grant_type", "password");
        form.put("client_id", SignIn.DEFAULT_CLIENT);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(limit)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(JsonHttp.query(form)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            JsonNode body = JsonHttp.parse(answer.body());
            return new SignInResult(
                    answer.statusCode(),
                    body.path("error").asText(),
                    body.path("error_description").asText(),
                    body.path("access_token").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to a sign-in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
