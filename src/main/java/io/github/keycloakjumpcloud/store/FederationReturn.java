package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * Gives this provider's users to a built-in LDAP provider: the federation link changes and this provider's own marks go; ids, credentials, roles,
 * memberships, consents and sessions stay. Belongs to one session.
 */
public final class FederationReturn {

    /** The others are the built-in provider's too. */
    private static final Set<String> OWN_MARKS = Set.of(Marks.FINGERPRINT, Marks.DEPARTED, Marks.DISABLED);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String componentId;
    private final FederationLinks links;
    private final MarkRows marks;
    private final GroupTree groups;

    public FederationReturn(KeycloakSession session, RealmModel realm, String componentId, String groupsPath) {
        this.session = session;
        this.realm = realm;
        this.componentId = componentId;
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.links = new FederationLinks(session, realm, entities);
        this.marks = new MarkRows(entities);
        this.groups = new GroupTree(session, realm, entities, groupsPath);
    }

    /** The built-in LDAP provider with this id and what would go there, or empty where the realm has none. */
    public Optional<ReturnTarget> read(String targetId) {
        LdapComponents components = new LdapComponents(realm);
        return components.find(targetId).map(found -> {
            UserStorageProviderModel target = new UserStorageProviderModel(found);
            String usersDn = found.get(LDAPConstants.USERS_DN);
            return new ReturnTarget(
                    targetId,
                    found.getName(),
                    target.isEnabled(),
                    target.isImportEnabled(),
                    target.isRemoveInvalidUsersEnabled(),
                    LdapComponents.idAttribute(found),
                    usersDn == null ? "" : usersDn,
                    components.groupsPaths(targetId),
                    links.users(componentId),
                    links.marked(componentId, Set.of(Marks.DEPARTED, Marks.DISABLED)),
                    List.copyOf(groups.ownedBy(componentId).values()));
        });
    }

    /**
     * Moves users, takes the marks off users and groups and switches this provider off, in the caller's transaction.
     *
     * @throws ChangedMeanwhileException where Keycloak holds something else than it did when this was planned; the caller rolls back
     */
    public void move(String targetId, List<String> userIds, Collection<String> groupIds) {
        links.move(componentId, targetId, userIds);
        Chunks.ofStatements(userIds).forEach(chunk -> marks.delete(chunk, OWN_MARKS));
        for (String id : groupIds) {
            GroupModel group = session.groups().getGroupById(realm, id);
            if (group == null) {
                throw new ChangedMeanwhileException("A group was removed meanwhile; preview again");
            }
            group.removeAttribute(Marks.COMPONENT);
            group.removeAttribute(Marks.LDAP_ENTRY_DN);
        }
        links.switchOff(componentId);
        links.forgetCachedUsers();
    }
}
