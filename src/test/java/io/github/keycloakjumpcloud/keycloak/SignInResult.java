package io.github.keycloakjumpcloud.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What came of a sign-in: the status with either an error and its description, or an access token; what is absent is empty. */
public record SignInResult(int status, String error, String errorDescription, String accessToken) {

    public boolean isSuccess() {
        return status == 200;
    }

    public JsonNode claims() {
        String payload = accessToken.split("\\.", -1)[1];
        return JsonHttp.parse(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
