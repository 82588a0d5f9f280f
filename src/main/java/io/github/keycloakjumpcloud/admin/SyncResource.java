package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.run.StartedRun;
import io.github.keycloakjumpcloud.run.SyncStart;
import io.github.keycloakjumpcloud.store.RunTrigger;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;

/** {@code POST sync}: starts a run and does not wait for it. */
public final class SyncResource {

    private final AdminCall call;
    private final String componentId;

    SyncResource(AdminCall call, String componentId) {
        this.call = call;
        this.componentId = componentId;
    }

    /** The body may say {@code {"dryRun": true}}. Where a sync runs already, the answer names that one. */
    @POST
    public Response start(@Nullable InputStream body) {
        call.rights().manageRealmAndUsers();
        ComponentModel component = call.component(componentId);
        boolean dryRun = call.read(body, given -> RequestBody.flag(given, "dryRun"));
        SyncStart wish = new SyncStart(RunTrigger.REST, dryRun, call.rights().userId(), null);
        StartedRun started = call.syncs().start(call.realm().getId(), component, wish);
        call.record("sync", Map.of("run", started.runId(), "dryRun", dryRun, "joined", started.joined()));
        return Answers.accepted(RunAnswer.started(started), call.place("runs/" + started.runId()));
    }
}
