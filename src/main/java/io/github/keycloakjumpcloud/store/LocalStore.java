package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final int CHUNK = 500;

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
        return new LocalSnapshot(
                users,
                List.copyOf(groupsById.values()),
                holders("username", usernames),
                realm.isDuplicateEmailsAllowed() ? Map.of() : holders("email", emails),
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
        Map<String, Set<String>> memberships = memberships(only, groupsById);
        return query(
                        "select u.id, u.username, u.email, u.enabled from UserEntity u where u.realmId = :realm and u.federationLink = :link",
                        only)
                .stream()
                .map(row -> {
                    String id = row.get(0, String.class);
                    Map<String, String> own = marks.getOrDefault(id, Map.of());
                    return new LocalUser(
                            id,
                            row.get(1, String.class),
                            row.get(2, String.class),
                            own.get(Marks.LDAP_ID),
                            own.get(Marks.LDAP_ENTRY_DN),
                            own.get(Marks.FINGERPRINT),
                            row.get(3, Boolean.class),
                            Marks.time(own.get(Marks.DEPARTED)),
                            own.containsKey(Marks.DISABLED),
                            memberships.getOrDefault(id, Set.of()));
                })
                .toList();
    }

    private Map<String, Map<String, String>> marks(@Nullable Set<String> only) {
        Map<String, Map<String, String>> marks = new HashMap<>();
        for (Tuple row : query(
                "select u.id, a.name, a.value, a.longValue from UserEntity u join u.attributes a where u.realmId = :realm"
                        + " and u.federationLink = :link and a.name in ('"
                        + String.join("', '", Marks.OF_USERS) + "')",
                only)) {
            String value = row.get(2, String.class) != null ? row.get(2, String.class) : row.get(3, String.class);
            marks.computeIfAbsent(row.get(0, String.class), id -> new HashMap<>())
                    .put(row.get(1, String.class), value);
        }
        return marks;
    }

    private Map<String, Set<String>> memberships(@Nullable Set<String> only, Map<String, LocalGroup> groupsById) {
        Map<String, Set<String>> memberships = new HashMap<>();
        if (groupsById.isEmpty()) {
            return memberships;
        }
        for (Tuple row : query(
                "select u.id, m.groupId from UserGroupMembershipEntity m join m.user u where u.realmId = :realm"
                        + " and u.federationLink = :link",
                only)) {
            LocalGroup group = groupsById.get(row.get(1, String.class));
            if (group != null) {
                memberships
                        .computeIfAbsent(row.get(0, String.class), id -> new HashSet<>())
                        .add(group.key());
            }
        }
        return memberships;
    }

    private List<Tuple> query(String jpql, @Nullable Set<String> only) {
        var query = entities.createQuery(only == null ? jpql : jpql + " and u.id in :only", Tuple.class)
                .setParameter("realm", realm.getId())
                .setParameter("link", componentId);
        if (only != null) {
            query.setParameter("only", only);
        }
        return query.getResultList();
    }

    /** Who holds these values; in chunks, because databases limit the length of a list. */
    private Map<String, Holder> holders(String column, Set<String> values) {
        Map<String, Holder> holders = new HashMap<>();
        List<String> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Tuple> rows = entities.createQuery(
                            "select u." + column
                                    + ", u.id, u.username, u.federationLink from UserEntity u where u.realmId = :realm"
                                    + " and u." + column + " in :chunk",
                            Tuple.class)
                    .setParameter("realm", realm.getId())
                    .setParameter("chunk", all.subList(from, Math.min(from + CHUNK, all.size())))
                    .getResultList();
            for (Tuple row : rows) {
                holders.put(
                        row.get(0, String.class),
                        new Holder(row.get(1, String.class), row.get(2, String.class), row.get(3, String.class)));
            }
        }
        return holders;
    }
}
