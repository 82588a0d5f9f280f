package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.UserAdapter;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keycloak.models.jpa.entities.UserEntity;

/** The events that Keycloak's API publishes when users get roles and groups; workflows live on them. Belongs to one session. */
final class MemberEvents {

    /** A few are in Keycloak's cache; of many it may have forgotten most, and would ask the database for each. */
    private static final int FEW = 20;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EntityManager entities;
    private final Map<String, GroupModel> groups = new HashMap<>();
    private final Map<String, RoleModel> roles = new HashMap<>();
    private final Map<String, UserModel> users = new HashMap<>();

    MemberEvents(KeycloakSession session, RealmModel realm, EntityManager entities) {
        this.session = session;
        this.realm = realm;
        this.entities = entities;
    }

    /** Of many groups, those that are there come into the session, where Keycloak finds what its cache does not have. */
    void prepare(Stream<String> groupIds) {
        List<String> ids = groupIds.distinct().toList();
        if (ids.size() > FEW) {
            Chunks.ofStatements(ids).forEach(this::load);
        }
    }

    private void load(List<String> groupIds) {
        List<GroupEntity> unused = entities.createQuery(
                        "select g from GroupEntity g where g.id in :ids", GroupEntity.class)
                .setParameter("ids", groupIds)
                .getResultList();
    }

    /** The group must exist: the database has no constraint that would notice. */
    void require(String groupId) {
        if (!groups.containsKey(groupId)) {
            GroupModel group = session.groups().getGroupById(realm, groupId);
            if (group == null) {
                throw new IllegalStateException("A group was removed from Keycloak meanwhile");
            }
            groups.put(groupId, group);
        }
    }

    void granted(String userId, String roleId) {
        RoleModel role = roles.computeIfAbsent(roleId, realm::getRoleById);
        if (role != null) {
            RoleModel.RoleGrantedEvent.fire(role, user(userId), session);
        }
    }

    void joined(String userId, String groupId) {
        GroupModel group = groups.get(groupId);
        if (group != null) {
            GroupModel.GroupMemberJoinEvent.fire(group, user(userId), session);
        }
    }

    void left(String userId, String groupId) {
        GroupModel group =
                groups.computeIfAbsent(groupId, id -> session.groups().getGroupById(realm, id));
        if (group != null) {
            LeaveEvent.fire(group, user(userId), session);
        }
    }

    /** Nothing is read from the database unless a listener asks for more than the id. */
    private UserModel user(String id) {
        return users.computeIfAbsent(
                id, known -> new UserAdapter(session, realm, entities, entities.getReference(UserEntity.class, known)));
    }
}
