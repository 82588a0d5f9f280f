package io.github.keycloakjumpcloud.store;

import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.MembershipType;

/** New rows that belong to a user. */
final class Rows {

    private Rows() {}

    static UserAttributeEntity attribute(UserEntity user, String name, String value) {
        UserAttributeEntity attribute = new UserAttributeEntity();
        attribute.setId(KeycloakModelUtils.generateId());
        attribute.setUser(user);
        attribute.setName(name);
        attribute.setValue(value);
        return attribute;
    }

    static UserGroupMembershipEntity membership(UserEntity user, String groupId) {
        UserGroupMembershipEntity membership = new UserGroupMembershipEntity();
        membership.setUser(user);
        membership.setGroupId(groupId);
        membership.setMembershipType(MembershipType.UNMANAGED);
        return membership;
    }
}
