package io.github.keycloakjumpcloud.federation;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Who calls the factory: Keycloak passes on neither request nor session to a sync.
 *
 * @param isRequest whether this thread serves an HTTP request; a timer's does not
 * @param userId the administrator, where he is known
 */
record Caller(boolean isRequest, @Nullable String userId) {

    /** The caller on this thread. */
    static Caller current() {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session == null) {
            return new Caller(false, null);
        }
        KeycloakContext context = session.getContext();
        return AdminRequest.isRequest(context) ? new Caller(true, userId(context)) : new Caller(false, null);
    }

    private static @Nullable String userId(KeycloakContext context) {
        UserModel user = context.getUser();
        return user == null ? null : user.getId();
    }
}
