package io.github.keycloakjumpcloud.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** An administrator's access token, fetched anew shortly before it expires. */
final class AdminToken {

    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final String tokenUrl;
    private final String username;
    private final String password;
    private String value = "";
    private Instant refreshAt = Instant.MIN;

    AdminToken(String baseUrl, String realm, String username, String password) {
        this.tokenUrl = baseUrl + "/realms/" + JsonHttp.encode(realm) + "/protocol/openid-connect/token";
        this.username = username;
        this.password = password;
    }

    synchronized String value() {
        if (Instant.now().isAfter(refreshAt)) {
            JsonNode token = JsonHttp.postForm(
                            tokenUrl,
                            Map.of(
                                    "grant_type",
                                    "password",
                                    "client_id",
                                    "admin-cli",
                                    "username",
                                    username,
                                    "password",
                                    password))
                    .ok();
            value = token.path("access_token").asText();
            refreshAt =
                    Instant.now().plusSeconds(token.path("expires_in").asLong()).minus(MARGIN);
        }
        return value;
    }
}
