package io.github.keycloakjumpcloud.store;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionProvider;

/** What goes with a user who may no longer be there: sessions, or everything. Belongs to one session. */
final class UserDeparture {

    private final KeycloakSession session;
    private final RealmModel realm;

    UserDeparture(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Ends online and offline sessions. Applications learn of it at their next token refresh: outside a request there is no back-channel logout. */
    void endSessions(UserModel user) {
        UserSessionProvider sessions = session.sessions();
        sessions.removeUserSessions(realm, user);
        sessions.getOfflineUserSessionsStream(realm, user)
                .toList()
                .forEach(offline -> sessions.removeOfflineUserSession(realm, offline));
    }

    /**
     * Deletes as the admin console does: roles, memberships, credentials, consents, caches, what other providers keep of the user, sessions.
     *
     * <p>Keycloak removes a federated user from its own tables but answers {@code false} where the provider cannot remove him from the
     * directory too, and then tells nobody; so the event by which sessions, login failures and permissions go is published here.
     */
    void delete(UserModel user) {
        session.users().removeUser(realm, user);
        session.getKeycloakSessionFactory().publish(new Removed(session, realm, user));
    }

    private record Removed(KeycloakSession session, RealmModel realm, UserModel user)
            implements UserModel.UserRemovedEvent {

        @Override
        public RealmModel getRealm() {
            return realm;
        }

        @Override
        public UserModel getUser() {
            return user;
        }

        @Override
        public KeycloakSession getKeycloakSession() {
            return session;
        }
    }
}
