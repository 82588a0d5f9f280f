package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * Moves the users and groups of a built-in LDAP provider to this one: only the federation link changes and groups get a mark, so that ids,
 * credentials, roles, consents and sessions stay. Belongs to one session.
 */
public final class FederationTakeover {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String componentId;
    private final GroupTree groups;
    private final FederationLinks links;

    public FederationTakeover(KeycloakSession session, RealmModel realm, String componentId, String groupsPath) {
        this.session = session;
        this.realm = realm;
        this.componentId = componentId;
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.groups = new GroupTree(session, realm, entities, groupsPath);
        this.links = new FederationLinks(session, realm, entities);
    }

    /** The built-in LDAP provider with this id, or empty where the realm has none. */
    public Optional<ForeignFederation> read(String sourceId) {
        LdapComponents components = new LdapComponents(realm);
        return components
                .find(sourceId)
                .map(source -> new ForeignFederation(
                        sourceId,
                        source.getName(),
                        new UserStorageProviderModel(source).isImportEnabled(),
                        LdapComponents.idAttribute(source),
                        components.groupsPaths(sourceId),
                        links.users(sourceId),
                        groups.unmarked(),
                        links.directoryIds(componentId)));
    }

    /**
     * Moves users and groups and switches the other provider off, in the caller's transaction.
     *
     * @param groupIds Keycloak ids of the groups with the directory groups that they stand for
     * @throws ChangedMeanwhileException where Keycloak holds something else than it did when this was planned; the caller rolls back
     */
    public void move(String sourceId, List<String> userIds, Map<String, DirectoryGroup> groupIds) {
        links.move(sourceId, componentId, userIds);
        groupIds.forEach((id, group) -> {
            GroupModel adopted = session.groups().getGroupById(realm, id);
            if (adopted == null) {
                throw new ChangedMeanwhileException(
                        "The group '" + group.name() + "' was removed meanwhile; preview again");
            }
            groups.mark(adopted, group, componentId);
        });
        links.switchOff(sourceId);
        links.forgetCachedUsers();
    }
}
