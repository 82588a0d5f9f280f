package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.run.Approval;
import io.github.keycloakjumpcloud.store.StoredRun;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.keycloak.component.ComponentModel;

/** {@code runs}: history, progress, cancellation, and the approval of held removals. */
public final class RunsResource {

    private final AdminCall call;
    private final String componentId;

    RunsResource(AdminCall call, String componentId) {
        this.call = call;
        this.componentId = componentId;
    }

    /** The last runs, newest first, without their reports. */
    @GET
    public Response list() {
        call.rights().viewRealm();
        call.component(componentId);
        return Answers.ok(call.syncs().list(componentId).stream()
                .map(run -> RunAnswer.of(run, null))
                .toList());
    }

    /** One run, with its report once it has ended. */
    @GET
    @Path("{run}")
    public Response one(@PathParam("run") String runId) {
        call.rights().viewRealm();
        call.component(componentId);
        StoredRun run = find(runId);
        return Answers.ok(
                RunAnswer.of(run, call.syncs().report(componentId, runId).orElse(null)));
    }

    /** Lets the run end before its next batch. */
    @POST
    @Path("{run}/cancel")
    public Response cancel(@PathParam("run") String runId) {
        call.rights().manageRealmAndUsers();
        call.component(componentId);
        find(runId);
        if (!call.syncs().cancel(componentId, runId)) {
            throw new ApiException(Status.CONFLICT, "not_running", "The run has ended already.");
        }
        call.record("cancel", Map.of("run", runId));
        return Answers.accepted(RunAnswer.of(find(runId), null));
    }

    /** Starts a run that carries out exactly the removals that this one held back. */
    @POST
    @Path("{run}/approve")
    public Response approve(@PathParam("run") String runId) {
        call.rights().manageRealmAndUsers();
        ComponentModel component = call.component(componentId);
        StoredRun run = find(runId);
        Approval approval = call.syncs()
                .approve(call.realm().getId(), component, runId, call.rights().userId());
        if (approval instanceof Approval.Refused refused) {
            throw new ApiException(
                    Status.CONFLICT, refused.reason().code(), refused.reason().sentence());
        }
        Approval.Started started = (Approval.Started) approval;
        call.record(
                "approve",
                Map.of(
                        "run",
                        runId,
                        "plan",
                        String.valueOf(run.heldPlan()),
                        "newRun",
                        started.run().runId()));
        return Answers.accepted(
                RunAnswer.started(started.run()),
                call.place("../" + started.run().runId()));
    }

    private StoredRun find(String runId) {
        return call.syncs()
                .find(componentId, runId)
                .orElseThrow(() -> new ApiException(
                        Status.NOT_FOUND, "run_not_found", "The provider's history has no run with this id."));
    }
}
