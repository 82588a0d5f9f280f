package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.compatibility.ChangingMethod;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The event of somebody who leaves a group. Keycloak 26.4 tells only the group, 26.7 the user too. */
final class LeaveEvent {

    private static final ChangingMethod FIRE = ChangingMethod.of(GroupModel.GroupMemberLeaveEvent.class, "fire");

    private LeaveEvent() {}

    static void fire(GroupModel group, UserModel user, KeycloakSession session) {
        if (FIRE.parameters().size() == 3) {
            FIRE.call(null, group, user, session);
        } else {
            FIRE.call(null, group, session);
        }
    }
}
