package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.jpa.UserAdapter;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.storage.UserStorageUtil;

/**
 * Changes to users that Keycloak has, collected and written together: a handful of queries, whoever and however many they are, and one JDBC batch for
 * each table. Belongs to one session.
 */
final class ChangedUsers {

    /** So many users are read and written at a time; databases limit the length of a list. */
    private static final int MOST_AT_ONCE = 500;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String componentId;
    private final ProfileWrite profileWrite;
    private final EntityManager entities;
    private final Map<String, PendingChange> pending = new LinkedHashMap<>();

    ChangedUsers(KeycloakSession session, RealmModel realm, String componentId, ProfileWrite profileWrite) {
        this.session = session;
        this.realm = realm;
        this.componentId = componentId;
        this.profileWrite = profileWrite;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    void profile(String keycloakId, DirectoryUser user) {
        pending(keycloakId).profile = user;
    }

    void memberships(String keycloakId, Set<String> join, Set<String> leave) {
        PendingChange change = pending(keycloakId);
        change.join.addAll(join);
        change.leave.addAll(leave);
    }

    /** Writes whatever was collected and is not written yet. */
    void write() {
        Map<String, PendingChange> some = new LinkedHashMap<>();
        pending.forEach((id, change) -> {
            some.put(id, change);
            if (some.size() == MOST_AT_ONCE) {
                write(some);
                some.clear();
            }
        });
        if (!some.isEmpty()) {
            write(some);
        }
        pending.clear();
    }

    private void write(Map<String, PendingChange> some) {
        Map<String, UserEntity> users = read(some.keySet());
        UserRows rows = UserRows.read(entities, some);
        RowChanges changes = new RowChanges();
        MemberEvents events = new MemberEvents(session, realm, entities);
        events.prepare(
                some.values().stream().flatMap(change -> Stream.concat(change.join.stream(), change.leave.stream())));
        some.forEach((id, change) -> {
            UserEntity user = present(users, id);
            evict(user);
            if (change.profile != null) {
                profileWrite.apply(user, change.profile, rows.attributes(id), changes);
            }
            MembershipWrite.apply(user, change, rows.memberships(id), changes, events);
        });
        entities.unwrap(Session.class).setJdbcBatchSize(MOST_AT_ONCE);
        changes.persist(entities);
        // The caches are keyed by names, the old and the new ones.
        users.values().forEach(this::evict);
        changes.joined().forEach(row -> events.joined(row.getUser().getId(), row.getGroupId()));
        changes.left().forEach(row -> events.left(row.getUser().getId(), row.getGroupId()));
    }

    private Map<String, UserEntity> read(Set<String> ids) {
        Map<String, UserEntity> users = new LinkedHashMap<>();
        entities.createQuery("select u from UserEntity u where u.id in :ids and u.realmId = :realm", UserEntity.class)
                .setParameter("ids", ids)
                .setParameter("realm", realm.getId())
                .getResultList()
                .forEach(user -> users.put(user.getId(), user));
        return users;
    }

    private UserEntity present(Map<String, UserEntity> users, String id) {
        UserEntity user = users.get(id);
        if (user == null) {
            throw new IllegalStateException("The user was removed from Keycloak meanwhile");
        }
        if (!componentId.equals(user.getFederationLink())) {
            throw new IllegalStateException("The user belongs to another provider meanwhile");
        }
        return user;
    }

    private PendingChange pending(String keycloakId) {
        return pending.computeIfAbsent(keycloakId, id -> new PendingChange());
    }

    private void evict(UserEntity user) {
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            UserModel names = new UserAdapter(session, realm, entities, user);
            cache.evict(realm, names);
        }
    }
}
