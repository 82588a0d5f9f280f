package io.github.keycloakjumpcloud.keycloak;

import java.util.LinkedHashMap;
import java.util.Map;

/** Signs people in by the password grant of a public client. */
public final class SignIn {

    /** The client that {@link AdminApi#createRealm} puts into every realm. */
    public static final String DEFAULT_CLIENT = "sign-in";

    private final String tokenUrl;
    private final String clientId;

    public SignIn(String baseUrl, String realm, String clientId) {
        this.tokenUrl = baseUrl + "/realms/" + JsonHttp.encode(realm) + "/protocol/openid-connect/token";
        this.clientId = clientId;
    }

    public SignInResult with(String username, String password) {
        return with(username, password, Map.of());
    }

    /** With further form fields, such as {@code totp}. */
    public SignInResult with(String username, String password, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("client_id", clientId);
        form.put("username", username);
        form.put("password", password);
        form.put("scope", "openid");
        form.putAll(fields);
        Response answer = JsonHttp.postForm(tokenUrl, form);
        return new SignInResult(
                answer.status(),
                answer.error(),
                answer.body().path("error_description").asText(),
                answer.body().path("access_token").asText());
    }
}
