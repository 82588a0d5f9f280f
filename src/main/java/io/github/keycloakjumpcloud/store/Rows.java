package io.github.keycloakjumpcloud.store;

import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.MembershipType;

/** New rows that belong to a user. */
final class Rows {

    /** The first group of a UUID, 32 bits. */
    private static final int SHARED = 8;

    private Rows() {}

    /** Its id starts like the user's, so that a user's rows are neighbours in the index; the other 90 bits are random. */
    static UserAttributeEntity attribute(UserEntity user, String name, String value) {
        UserAttributeEntity attribute = new UserAttributeEntity();
        String random = KeycloakModelUtils.generateId();
        attribute.setId(
                user.getId().length() == random.length()
                        ? user.getId().substring(0, SHARED) + random.substring(SHARED)
                        : random);
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
