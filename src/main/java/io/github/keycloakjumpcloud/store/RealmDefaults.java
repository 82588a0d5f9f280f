package io.github.keycloakjumpcloud.store;

import java.util.List;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** What every new user of a realm gets, as at a registration. */
record RealmDefaults(String roleId, List<String> groupIds, List<String> requiredActions) {

    RealmDefaults {
        groupIds = List.copyOf(groupIds);
        requiredActions = List.copyOf(requiredActions);
    }

    static RealmDefaults of(RealmModel realm) {
        return new RealmDefaults(
                realm.getDefaultRole().getId(),
                realm.getDefaultGroupsStream().map(GroupModel::getId).toList(),
                realm.getRequiredActionProvidersStream()
                        .filter(RequiredActionProviderModel::isEnabled)
                        .filter(RequiredActionProviderModel::isDefaultAction)
                        .map(RequiredActionProviderModel::getAlias)
                        .distinct()
                        .toList());
    }
}
