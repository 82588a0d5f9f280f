package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryGroup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.component.ComponentModel;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.UserStorageUtil;

/**
 * Moves the users and groups of a built-in LDAP provider to this one: only the federation link changes and groups get a mark, so that ids,
 * credentials, roles, consents and sessions stay. Belongs to one session.
 */
public final class FederationTakeover {

    private static final String LDAP = "ldap";
    private static final String GROUP_MAPPER = "group-ldap-mapper";
    private static final String GROUPS_PATH = "groups.path";
    private static final int CHUNK = 500;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String componentId;
    private final EntityManager entities;
    private final GroupTree groups;

    public FederationTakeover(KeycloakSession session, RealmModel realm, String componentId, String groupsPath) {
        this.session = session;
        this.realm = realm;
        this.componentId = componentId;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.groups = new GroupTree(session, realm, entities, groupsPath);
    }

    /** The built-in LDAP provider with this id, or empty where the realm has none. */
    public Optional<ForeignFederation> read(String sourceId) {
        ComponentModel source = realm.getComponent(sourceId);
        if (source == null
                || !LDAP.equals(source.getProviderId())
                || !UserStorageProvider.class.getName().equals(source.getProviderType())) {
            return Optional.empty();
        }
        String configured = source.get(LDAPConstants.UUID_LDAP_ATTRIBUTE);
        return Optional.of(new ForeignFederation(
                sourceId,
                source.getName(),
                new UserStorageProviderModel(source).isImportEnabled(),
                configured == null ? LDAPConstants.getUuidAttributeName(source.get(LDAPConstants.VENDOR)) : configured,
                groupsPaths(sourceId),
                users(sourceId),
                groups.unmarked(),
                directoryIds(componentId)));
    }

    /**
     * Moves users and groups and switches the other provider off, in the caller's transaction.
     *
     * @param groupIds Keycloak ids of the groups with the directory groups that they stand for
     * @throws IllegalStateException where Keycloak holds something else than it did when this was planned; the caller rolls back
     */
    public void move(String sourceId, List<String> userIds, Map<String, DirectoryGroup> groupIds) {
        int moved = 0;
        for (int from = 0; from < userIds.size(); from += CHUNK) {
            moved += relink(sourceId, userIds.subList(from, Math.min(from + CHUNK, userIds.size())));
        }
        if (moved != userIds.size()) {
            throw new IllegalStateException(
                    "Users were removed from or added to the other provider meanwhile; preview again");
        }
        groupIds.forEach((id, group) -> {
            GroupModel adopted = session.groups().getGroupById(realm, id);
            if (adopted == null) {
                throw new IllegalStateException(
                        "The group '" + group.name() + "' was removed meanwhile; preview again");
            }
            groups.mark(adopted, group, componentId);
        });
        switchOff(sourceId);
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(realm);
        }
    }

    private int relink(String sourceId, Collection<String> chunk) {
        return entities.createQuery("update UserEntity u set u.federationLink = :link where u.realmId = :realm"
                        + " and u.federationLink = :source and u.id in :chunk")
                .setParameter("link", componentId)
                .setParameter("realm", realm.getId())
                .setParameter("source", sourceId)
                .setParameter("chunk", chunk)
                .executeUpdate();
    }

    /** Left on, its next sync would report every user as taken. */
    private void switchOff(String sourceId) {
        UserStorageProviderModel source =
                new UserStorageProviderModel(new ComponentModel(realm.getComponent(sourceId)));
        source.setEnabled(false);
        realm.updateComponent(source);
    }

    private Set<String> groupsPaths(String sourceId) {
        Set<String> paths = new HashSet<>();
        realm.getComponentsStream(sourceId)
                .filter(mapper -> GROUP_MAPPER.equals(mapper.getProviderId()))
                .map(mapper -> mapper.get(GROUPS_PATH))
                .forEach(path -> paths.add(path == null || path.isBlank() ? "/" : path.strip()));
        return paths;
    }

    private List<ForeignUser> users(String sourceId) {
        Map<String, String> ids = marks(sourceId, Marks.LDAP_ID);
        Map<String, String> dns = marks(sourceId, Marks.LDAP_ENTRY_DN);
        Set<String> passwords = passwords(sourceId);
        return ofLink("select u.id, u.username from UserEntity u", "", sourceId).stream()
                .map(row -> {
                    String id = row.get(0, String.class);
                    return new ForeignUser(
                            id, row.get(1, String.class), ids.get(id), dns.get(id), passwords.contains(id));
                })
                .toList();
    }

    private Set<String> passwords(String link) {
        return Set.copyOf(entities.createQuery(
                        "select distinct u.id from CredentialEntity c join c.user u where u.realmId = :realm"
                                + " and u.federationLink = :link and c.type = :type",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("link", link)
                .setParameter("type", PasswordCredentialModel.TYPE)
                .getResultList());
    }

    private Set<String> directoryIds(String link) {
        return Set.copyOf(marks(link, Marks.LDAP_ID).values());
    }

    private Map<String, String> marks(String link, String mark) {
        Map<String, String> marks = new HashMap<>();
        for (Tuple row : ofLink(
                "select u.id, a.value, a.longValue from UserEntity u join u.attributes a",
                " and a.name = '" + mark + "'",
                link)) {
            String value = row.get(1, String.class) != null ? row.get(1, String.class) : row.get(2, String.class);
            if (value != null) {
                marks.put(row.get(0, String.class), value);
            }
        }
        return marks;
    }

    private List<Tuple> ofLink(String select, String condition, String link) {
        return entities.createQuery(
                        select + " where u.realmId = :realm and u.federationLink = :link" + condition, Tuple.class)
                .setParameter("realm", realm.getId())
                .setParameter("link", link)
                .getResultList();
    }
}
