package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.storage.UserStorageUtil;

/** Lets a session that has seen a user see what another transaction has written meanwhile. */
public final class OwnSession {

    private OwnSession() {}

    /** Forgets what this session holds of the user. */
    public static void forget(KeycloakSession session, RealmModel realm, UserModel user) {
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(realm, user);
        }
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        UserEntity known = entities.find(UserEntity.class, user.getId());
        if (known != null) {
            entities.refresh(known);
        }
    }
}
