package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;

/** {@code POST adopt}: moves users and groups of a built-in LDAP provider here; without a plan it only shows what would move. */
public final class AdoptResource {

    private final AdminCall call;
    private final String componentId;

    AdoptResource(AdminCall call, String componentId) {
        this.call = call;
        this.componentId = componentId;
    }

    /** The body: {@code {"from": component}} for a preview, with {@code "plan"} of that preview to have it done. */
    @POST
    public Response adopt(@Nullable InputStream body) {
        call.rights().manageRealmAndUsers();
        ComponentModel component = call.component(componentId);
        Wish wish =
                call.read(body, given -> new Wish(RequestBody.text(given, "from"), RequestBody.text(given, "plan")));
        if (wish.from() == null) {
            throw new ApiException(
                    Status.BAD_REQUEST,
                    "invalid_value",
                    "Say in 'from' which built-in LDAP provider's users are to move here.");
        }
        String realmId = call.realm().getId();
        Optional<AdoptionPlan> result = wish.plan() == null
                ? call.syncs().previewAdoption(realmId, component, wish.from())
                : call.syncs()
                        .adopt(
                                realmId,
                                component,
                                wish.from(),
                                wish.plan(),
                                call.rights().userId());
        AdoptionPlan plan = result.orElseThrow(() -> new ApiException(
                Status.NOT_FOUND,
                "source_not_found",
                "This realm has no built-in LDAP provider with the id in 'from'."));
        if (plan.refusal() != null) {
            throw new ApiException(Status.CONFLICT, "adoption_refused", plan.refusal());
        }
        boolean adopted = wish.plan() != null;
        call.record("adopt", Map.of("from", wish.from(), "plan", plan.id(), "adopted", adopted));
        return Answers.ok(AdoptAnswer.of(plan, adopted));
    }

    private record Wish(@Nullable String from, @Nullable String plan) {}
}
