package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.adopt.AdoptionPlan;
import io.github.keycloakjumpcloud.adopt.Move;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;

/** What {@code adopt} and {@code release} have in common: a preview without a plan, the move with it. */
record Moving(Move move, @Nullable String plan) {

    /** Whether it is to be done, not only shown. */
    boolean wanted() {
        return plan != null;
    }

    /** Empty where the realm does not have the other side. */
    Optional<AdoptionPlan> carryOut(AdminCall call, ComponentModel component) {
        String realmId = call.realm().getId();
        return plan == null
                ? call.syncs().previewAdoption(realmId, component, move)
                : call.syncs()
                        .adopt(realmId, component, move, plan, call.rights().userId());
    }
}
