package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRequiredActionEntity;
import org.keycloak.models.jpa.entities.UserRoleMappingEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The rows that Keycloak's own API would write for new users, table by table. */
final class NewUserRows {

    private final RealmModel realm;
    private final RealmDefaults defaults;
    private final String componentId;
    private final boolean trustEmail;
    private final List<UserEntity> users = new ArrayList<>();
    private final List<UserAttributeEntity> attributes = new ArrayList<>();
    private final List<UserRoleMappingEntity> roles = new ArrayList<>();
    private final List<UserGroupMembershipEntity> memberships = new ArrayList<>();
    private final List<UserRequiredActionEntity> requiredActions = new ArrayList<>();

    NewUserRows(RealmModel realm, String componentId, boolean trustEmail) {
        this.realm = realm;
        this.defaults = RealmDefaults.of(realm);
        this.componentId = componentId;
        this.trustEmail = trustEmail;
    }

    void add(String id, DirectoryUser user, Set<String> groupIds) {
        UserEntity entity = entity(id, user);
        users.add(entity);
        new ProfileAttributes(user, trustEmail)
                .values()
                .forEach(
                        (name, values) -> values.forEach(value -> attributes.add(Rows.attribute(entity, name, value))));
        UserRoleMappingEntity role = new UserRoleMappingEntity();
        role.setUser(entity);
        role.setRoleId(defaults.roleId());
        roles.add(role);
        Set<String> groups = new LinkedHashSet<>(defaults.groupIds());
        groups.addAll(groupIds);
        groups.forEach(group -> memberships.add(Rows.membership(entity, group)));
        for (String action : defaults.requiredActions()) {
            UserRequiredActionEntity required = new UserRequiredActionEntity();
            required.setUser(entity);
            required.setAction(action);
            requiredActions.add(required);
        }
    }

    private UserEntity entity(String id, DirectoryUser user) {
        UserEntity entity = new UserEntity();
        entity.setId(id);
        long now = Time.currentTimeMillis();
        entity.setCreatedTimestamp(now);
        ModificationTime.set(entity, now);
        entity.setRealmId(realm.getId());
        entity.setUsername(KeycloakModelUtils.toLowerCaseSafe(user.username()));
        entity.setEmail(KeycloakModelUtils.toLowerCaseSafe(user.email()), realm.isDuplicateEmailsAllowed());
        entity.setEmailVerified(trustEmail && user.email() != null);
        entity.setFirstName(user.firstName());
        entity.setLastName(user.lastName());
        entity.setEnabled(true);
        entity.setFederationLink(componentId);
        return entity;
    }

    /** In an order in which every row finds those that it refers to. */
    List<List<?>> tables() {
        return List.of(users, attributes, roles, memberships, requiredActions);
    }

    List<UserRoleMappingEntity> roles() {
        return roles;
    }

    List<UserGroupMembershipEntity> memberships() {
        return memberships;
    }

    int users() {
        return users.size();
    }
}
