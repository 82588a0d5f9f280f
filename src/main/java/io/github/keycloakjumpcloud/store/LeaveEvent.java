package io.github.keycloakjumpcloud.store;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The event of somebody who leaves a group. Keycloak 26.4 tells only the group, 26.7 the user too. */
final class LeaveEvent {

    private static final Method FIRE = Arrays.stream(GroupModel.GroupMemberLeaveEvent.class.getMethods())
            .filter(method -> method.getName().equals("fire"))
            .findFirst()
            .orElseThrow();

    private LeaveEvent() {}

    static void fire(GroupModel group, UserModel user, KeycloakSession session) {
        try {
            if (FIRE.getParameterCount() == 3) {
                FIRE.invoke(null, group, user, session);
            } else {
                FIRE.invoke(null, group, session);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Keycloak did not take the news that somebody has left a group", e);
        }
    }
}
