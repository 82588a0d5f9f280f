package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.diagnose.UserExplanation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;

/** {@code POST explain}: why a user can or cannot sign in, step by step. Imports nobody and changes nothing. */
public final class ExplainResource {

    private final AdminCall call;
    private final String componentId;

    ExplainResource(AdminCall call, String componentId) {
        this.call = call;
        this.componentId = componentId;
    }

    /** The body: {@code {"username": name or address}}, with {@code "password"} to have that tried, too. */
    @POST
    public Response explain(@Nullable InputStream body) {
        call.rights().manageUsers();
        ComponentModel component = call.component(componentId);
        ExplainRequest wish = call.read(body, ExplainRequest::of);
        UserExplanation explanation = call.explainer(component).explain(wish.username(), wish.password());
        call.record("explain", Map.of("username", wish.username(), "withPassword", wish.password() != null));
        return Answers.ok(ExplainAnswer.of(explanation, call.translation()));
    }
}
