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

/** {@code POST adopt}: moves users of a built-in LDAP provider or of an identity provider here; without a plan it only shows what would move. */
public final class AdoptResource {

    private final AdminCall call;
    private final String componentId;

    AdoptResource(AdminCall call, String componentId) {
        this.call = call;
        this.componentId = componentId;
    }

    /** The body: {@code {"from": component or alias}} for a preview, with {@code "plan"} of that preview to have it done. */
    @POST
    public Response adopt(@Nullable InputStream body) {
        call.rights().manageRealmAndUsers();
        ComponentModel component = call.component(componentId);
        Moving moving = call.read(body, this::wish);
        AdoptionPlan plan = moving.carryOut(call, component)
                .orElseThrow(
                        () -> new ApiException(
                                Status.NOT_FOUND,
                                "source_not_found",
                                "This realm has no built-in LDAP provider with the id in 'from', and no identity provider with that alias."));
        if (plan.refusal() != null) {
            throw new ApiException(Status.CONFLICT, "adoption_refused", plan.refusal());
        }
        call.record("adopt", Map.of("from", moving.move().otherSide(), "plan", plan.id(), "adopted", moving.wanted()));
        return Answers.ok(AdoptAnswer.of(plan, moving.wanted()));
    }

    private Moving wish(ObjectNode given) {
        String from = RequestBody.text(given, "from");
        if (from == null) {
            throw new ApiException(
                    Status.BAD_REQUEST,
                    "invalid_value",
                    "Say in 'from' which built-in LDAP provider's users are to move here, by its id, or which identity provider's, by its alias.");
        }
        Move move =
                call.realm().getComponent(from) == null ? new Move.FromIdentityProvider(from) : new Move.FromLdap(from);
        return new Moving(move, RequestBody.text(given, "plan"));
    }
}
