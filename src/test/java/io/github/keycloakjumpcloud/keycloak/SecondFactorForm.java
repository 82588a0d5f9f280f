package io.github.keycloakjumpcloud.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The form with a field for the one-time code, this project's authenticator "JumpCloud username and password". */
public final class SecondFactorForm {

    private static final String STOCK_FORM = "auth-username-password-form";
    private static final String FORM = "jumpcloud-username-password";
    private static final String FLOW = "jumpcloud";
    private static final String FORMS_FLOW = "jumpcloud%20forms";

    private SecondFactorForm() {}

    /** As an administrator does it in the console: a copy of the browser flow with this form in place of Keycloak's. */
    public static void use(RealmApi realm) {
        realm.post("/authentication/flows/browser/copy", Map.of("newName", FLOW))
                .ok();
        realm.delete("/authentication/executions/"
                        + execution(realm, STOCK_FORM).path("id").asText())
                .ok();
        realm.post("/authentication/flows/" + FORMS_FLOW + "/executions/execution", Map.of("provider", FORM))
                .ok();
        ObjectNode form = execution(realm, FORM);
        form.put("requirement", "REQUIRED");
        realm.put("/authentication/flows/" + FLOW + "/executions", form).ok();
        realm.post("/authentication/executions/" + form.path("id").asText() + "/raise-priority", null)
                .ok();
        realm.update(Map.of("browserFlow", FLOW));
    }

    /** Fills the form in and sends it; no code means an empty field. */
    public static PlainBrowser submit(PlainBrowser browser, String username, String password, String code) {
        return browser.submit(Map.of("username", username, "password", password, "jumpcloudCode", code));
    }

    private static ObjectNode execution(RealmApi realm, String provider) {
        JsonNode executions =
                realm.get("/authentication/flows/" + FLOW + "/executions").ok();
        return (ObjectNode) StreamSupport.stream(executions.spliterator(), false)
                .filter(execution -> execution.path("providerId").asText().equals(provider))
                .findFirst()
                .orElseThrow();
    }
}
