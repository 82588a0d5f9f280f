package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Reads what Keycloak holds in a handful of queries, however many users there are: no provider API of Keycloak lists the users of one
 * federation link. Belongs to one session.
 */
public final class LocalStore {

    private final RealmModel realm;
    private final String componentId;
    private final EntityManager entities;
    private final GroupTree groups;
    private final GroupHoldingsReader holdings;

    public LocalStore(KeycloakSession session, RealmModel realm, String componentId, String groupsPath) {
        this.realm = realm;
        this.componentId = componentId;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.groups = new GroupTree(session, realm, entities, groupsPath);
        this.holdings = new GroupHoldingsReader(realm, entities, componentId);
    }

    /**
     * Everything of this provider, who holds the names that users still lack, and what hangs on groups that are gone.
     *
     * @param wanted the directory's users
     * @param groupKeys keys of the directory's groups
     */
    public LocalSnapshot readAll(Collection<DirectoryUser> wanted, Set<String> groupKeys) {
        return snapshot(wanted, null, groupKeys);
    }

    /** Keycloak ids of this provider's users. */
    public Set<String> userIds() {
        return Set.copyOf(entities.createQuery(
                        "select u.id from UserEntity u where u.realmId = :realm and u.federationLink = :link",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("link", componentId)
                .getResultList());
    }

    /** Only the users that stand for {@code wanted}, and who holds the names that they still lack. */
    public LocalSnapshot readOnly(Collection<DirectoryUser> wanted) {
        Set<String> ids = wanted.stream().map(DirectoryUser::id).collect(Collectors.toSet());
        List<String> keycloakIds = entities.createQuery(
                        "select u.id from UserEntity u join u.attributes a where u.realmId = :realm"
                                + " and u.federationLink = :link and a.name = :name and a.value in :ids",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("link", componentId)
                .setParameter("name", Marks.LDAP_ID)
                .setParameter("ids", ids)
                .getResultList();
        return snapshot(wanted, Set.copyOf(keycloakIds), null);
    }

    private LocalSnapshot snapshot(
            Collection<DirectoryUser> wanted, @Nullable Set<String> only, @Nullable Set<String> groupKeys) {
        Map<String, LocalGroup> groupsById = groups.ownedBy(componentId);
        List<LocalUser> users = users(only, groupsById);
        Map<String, LocalUser> byDirectoryId = new HashMap<>();
        users.stream()
                .filter(user -> user.directoryId() != null)
                .forEach(user -> byDirectoryId.put(user.directoryId(), user));
        Set<String> usernames = new HashSet<>();
        Set<String> emails = new HashSet<>();
        for (DirectoryUser user : wanted) {
            LocalUser local = byDirectoryId.get(user.id());
            if (local == null || !user.username().equals(local.username())) {
                usernames.add(user.username());
            }
            if (user.email() != null && (local == null || !user.email().equals(local.email()))) {
                emails.add(user.email());
            }
        }
        NameHolders holders = new NameHolders(entities, realm.getId());
        holders.find(usernames, realm.isDuplicateEmailsAllowed() ? Set.of() : emails);
        return new LocalSnapshot(
                users,
                List.copyOf(groupsById.values()),
                holders.byUsername(),
                holders.byEmail(),
                groups.namesTakenByOthers(groupsById.keySet()),
                groupKeys == null ? Map.of() : holdings.of(vanished(groupsById, groupKeys)));
    }

    private static List<String> vanished(Map<String, LocalGroup> groupsById, Set<String> groupKeys) {
        return groupsById.values().stream()
                .filter(group -> !groupKeys.contains(group.key()))
                .map(LocalGroup::keycloakId)
                .toList();
    }

    private List<LocalUser> users(@Nullable Set<String> only, Map<String, LocalGroup> groupsById) {
        if (only != null && only.isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, String>> marks = marks(only);
        Map<String, List<String>> memberships = memberships(only, groupsById);
        List<LocalUser> users = new ArrayList<>(marks.size());
        rows(
                "select u.id, u.username, u.email, case when u.enabled = true then 'yes' else 'no' end from UserEntity u"
                        + " where u.realmId = :realm and u.federationLink = :link",
                only,
                row -> {
                    // Removed as they are used, so that nothing is held twice.
                    Map<String, String> own = marks.containsKey(row[0]) ? marks.remove(row[0]) : Map.of();
                    List<String> keys = memberships.containsKey(row[0]) ? memberships.remove(row[0]) : List.of();
                    users.add(new LocalUser(
                            row[0],
                            row[1],
                            row[2],
                            own.get(Marks.LDAP_ID),
                            own.get(Marks.LDAP_ENTRY_DN),
                            own.get(Marks.FINGERPRINT),
                            "yes".equals(row[3]),
                            Marks.time(own.get(Marks.DEPARTED)),
                            own.containsKey(Marks.DISABLED),
                            Set.copyOf(keys)));
                });
        return users;
    }

    private Map<String, Map<String, String>> marks(@Nullable Set<String> only) {
        Map<String, String> names = new HashMap<>();
        Marks.OF_USERS.forEach(name -> names.put(name, name));
        Map<String, Map<String, String>> marks = new HashMap<>();
        rows(
                "select u.id, a.name, a.value, a.longValue from UserEntity u join u.attributes a where u.realmId = :realm"
                        + " and u.federationLink = :link and a.name in ('"
                        + String.join("', '", Marks.OF_USERS) + "')",
                only,
                row -> marks.computeIfAbsent(row[0], id -> new HashMap<>(8))
                        .put(names.getOrDefault(row[1], row[1]), row[2] != null ? row[2] : row[3]));
        return marks;
    }

    private Map<String, List<String>> memberships(@Nullable Set<String> only, Map<String, LocalGroup> groupsById) {
        Map<String, List<String>> memberships = new HashMap<>();
        if (groupsById.isEmpty()) {
            return memberships;
        }
        rows(
                "select u.id, m.groupId from UserGroupMembershipEntity m join m.user u where u.realmId = :realm"
                        + " and u.federationLink = :link",
                only,
                row -> {
                    LocalGroup group = groupsById.get(row[1]);
                    if (group != null) {
                        memberships
                                .computeIfAbsent(row[0], id -> new ArrayList<>(5))
                                .add(group.key());
                    }
                });
        return memberships;
    }

    private void rows(String jpql, @Nullable Set<String> only, Consumer<String[]> use) {
        var query = entities.createQuery(only == null ? jpql : jpql + " and u.id in :only", Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("link", componentId);
        if (only != null) {
            query.setParameter("only", only);
        }
        TextRows.forEach(query, use);
    }
}
