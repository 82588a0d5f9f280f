package io.github.keycloakjumpcloud.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import org.keycloak.component.ComponentModel;

/** {@code GET status}: servers, connections, the last run and the next. Asks JumpCloud nothing. */
public final class StatusResource {

    private final AdminCall call;
    private final String componentId;

    StatusResource(AdminCall call, String componentId) {
        this.call = call;
        this.componentId = componentId;
    }

    /** Connections are those of the node that answers; runs are the cluster's. */
    @GET
    public Response status() {
        call.rights().viewRealm();
        ComponentModel component = call.component(componentId);
        return Answers.ok(StatusAnswer.of(
                component, call.servers(componentId), call.syncs().list(componentId)));
    }
}
