package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;

/** Rows to insert and to delete, kept apart by table, so that each table's statements travel together. */
final class RowChanges {

    private final List<UserAttributeEntity> newAttributes = new ArrayList<>();
    private final List<UserAttributeEntity> oldAttributes = new ArrayList<>();
    private final List<UserGroupMembershipEntity> joined = new ArrayList<>();
    private final List<UserGroupMembershipEntity> left = new ArrayList<>();

    void insert(UserAttributeEntity row) {
        newAttributes.add(row);
    }

    void delete(UserAttributeEntity row) {
        oldAttributes.add(row);
    }

    void join(UserGroupMembershipEntity row) {
        joined.add(row);
    }

    void leave(UserGroupMembershipEntity row) {
        left.add(row);
    }

    List<UserGroupMembershipEntity> joined() {
        return joined;
    }

    List<UserGroupMembershipEntity> left() {
        return left;
    }

    /** Together with whatever was changed on rows that were read. */
    void persist(EntityManager entities) {
        newAttributes.forEach(entities::persist);
        joined.forEach(entities::persist);
        oldAttributes.forEach(entities::remove);
        left.forEach(entities::remove);
        entities.flush();
        entities.clear();
    }
}
