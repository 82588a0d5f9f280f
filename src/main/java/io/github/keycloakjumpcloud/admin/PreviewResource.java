package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.access.Truststore;
import io.github.keycloakjumpcloud.sync.SyncReport;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;

/** {@code POST preview}: what a sync would do, with nothing written, also with settings that are not saved yet. */
public final class PreviewResource {

    private final AdminCall call;
    private final String componentId;

    PreviewResource(AdminCall call, String componentId) {
        this.call = call;
        this.componentId = componentId;
    }

    /** The body may hold {@code {"config": …}} with unsaved settings. */
    @POST
    public Response preview(@Nullable InputStream body) {
        call.rights().manageRealm();
        ComponentModel component = call.component(componentId);
        TrialSettings settings = TrialSettings.of(
                call,
                component.getConfig(),
                call.read(body, given -> UnsavedSettings.merge(component.getConfig(), given)));
        SyncReport report = call.syncs()
                .preview(call.realm().getId(), componentId, settings.config(), Truststore.trustManager(call.session()));
        call.record(
                "preview",
                Map.of(
                        "unsaved",
                        settings.unsaved(),
                        "bindDn",
                        settings.config().connection().bindDn()));
        return Answers.ok(report);
    }
}
