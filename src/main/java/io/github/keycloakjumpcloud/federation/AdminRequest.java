package io.github.keycloakjumpcloud.federation;

import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

/** Tells a save in the console or by REST from a realm import. */
final class AdminRequest {

    private static final Logger LOG = Logger.getLogger(AdminRequest.class);

    private AdminRequest() {}

    /** Whether this session serves a request to the components' admin REST; false at start-up, in a realm import and in background work. */
    static boolean savesComponent(KeycloakSession session) {
        if (!isRequest(session.getContext())) {
            return false;
        }
        UriInfo uri = session.getContext().getUri();
        return uri != null && uri.getPath().contains("/components");
    }

    /** Whether this thread serves a request; a timer's does not. Keycloak passes on neither to a sync. */
    static boolean isServed() {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        return session != null && isRequest(session.getContext());
    }

    static boolean isRequest(KeycloakContext context) {
        try {
            HttpRequest request = context.getHttpRequest();
            // While a server starts, Keycloak 26.4 gives one without an address, and asking its context for that fails.
            return request != null && request.getUri() != null;
        } catch (RuntimeException e) {
            // Outside a request, Keycloak 26.7 lets CDI's ContextNotActiveException through instead of answering null.
            LOG.debugf("Not in a request: %s", e);
            return false;
        }
    }
}
