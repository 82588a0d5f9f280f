package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakjumpcloud.access.JumpCloudComponent;
import io.github.keycloakjumpcloud.diagnose.UserExplainer;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import io.github.keycloakjumpcloud.run.Syncs;
import io.github.keycloakjumpcloud.run.SyncsOwner;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.storage.UserStorageProvider;

/** What all calls need of the request they serve. Belongs to one request. */
record AdminCall(KeycloakSession session, RealmModel realm, Rights rights, AdminEventBuilder adminEvent) {

    /** This realm's provider with this id; another realm's and another kind of component are not found. */
    ComponentModel component(String id) {
        ComponentModel component = realm.getComponent(id);
        if (component == null || !JumpCloudComponent.is(component)) {
            throw new ApiException(
                    Status.NOT_FOUND, "provider_not_found", "This realm has no JumpCloud provider with this id.");
        }
        return component;
    }

    /** The JSON object that the call carries; an empty one where it carries none. */
    <T> T read(@Nullable InputStream body, Function<ObjectNode, T> meaning) {
        try {
            return meaning.apply(RequestBody.read(body));
        } catch (InvalidBodyException e) {
            throw new ApiException(Status.BAD_REQUEST, e.code(), e.sentence());
        }
    }

    Syncs syncs() {
        return owner().syncs();
    }

    List<ServerStatus> servers(String componentId) {
        return owner().servers(componentId);
    }

    /** Of a provider's users, on the connections that its sign-ins use. */
    UserExplainer explainer(ComponentModel component) {
        SyncsOwner owner = owner();
        return new UserExplainer(
                session, realm, component, owner.access(session, component), owner.memories(), owner.trials());
    }

    private SyncsOwner owner() {
        return (SyncsOwner) session.getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, JumpCloudComponent.PROVIDER_ID);
    }

    /** Into the caller's language. */
    Translation translation() {
        return Translation.of(session, realm, rights.language(session));
    }

    /** A place relative to the one that was called. */
    URI place(String relative) {
        return session.getContext().getUri().getAbsolutePath().resolve(relative);
    }

    /** Leaves an admin event, as Keycloak does for its own sync button. */
    void record(String action, Map<String, ?> details) {
        adminEvent
                .operation(OperationType.ACTION)
                .resource(ResourceType.COMPONENT)
                .resourcePath(session.getContext().getUri())
                .representation(event(action, details))
                .success();
    }

    private static Map<String, Object> event(String action, Map<String, ?> details) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("action", action);
        event.putAll(details);
        return event;
    }
}
