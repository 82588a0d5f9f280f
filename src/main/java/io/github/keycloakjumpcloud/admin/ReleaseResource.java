package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.adopt.AdoptionPlan;
import io.github.keycloakjumpcloud.adopt.Move;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;

/** {@code POST release}: moves this provider's users to a built-in LDAP provider; without a plan it only shows who would move. */
public final class ReleaseResource {

    private final AdminCall call;
    private final String componentId;

    ReleaseResource(AdminCall call, String componentId) {
        this.call = call;
        this.componentId = componentId;
    }

    /** The body: {@code {"to": component}} for a preview, with {@code "plan"} of that preview to have it done. */
    @POST
    public Response release(@Nullable InputStream body) {
        call.rights().manageRealmAndUsers();
        ComponentModel component = call.component(componentId);
        Moving moving = call.read(body, ReleaseResource::wish);
        AdoptionPlan plan = moving.carryOut(call, component)
                .orElseThrow(() -> new ApiException(
                        Status.NOT_FOUND,
                        "target_not_found",
                        "This realm has no built-in LDAP provider with the id in 'to'."));
        if (plan.refusal() != null) {
            throw new ApiException(Status.CONFLICT, "release_refused", plan.refusal());
        }
        call.record("release", Map.of("to", moving.move().otherSide(), "plan", plan.id(), "released", moving.wanted()));
        return Answers.ok(ReleaseAnswer.of(plan, moving.wanted()));
    }

    private static Moving wish(ObjectNode given) {
        String to = RequestBody.text(given, "to");
        if (to == null) {
            throw new ApiException(
                    Status.BAD_REQUEST,
                    "invalid_value",
                    "Say in 'to' which built-in LDAP provider is to get this provider's users.");
        }
        return new Moving(new Move.ToLdap(to), RequestBody.text(given, "plan"));
    }
}
