package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads this provider's users in three queries, however many there are. Belongs to one session. */
final class LocalUserReader {

    private final EntityManager entities;
    private final String realmId;
    private final String componentId;

    LocalUserReader(EntityManager entities, String realmId, String componentId) {
        this.entities = entities;
        this.realmId = realmId;
        this.componentId = componentId;
    }

    /**
     * All of them.
     *
     * @param counted is run as soon as it is settled who belongs to the result: whoever comes later is not in it
     */
    List<LocalUser> all(Map<String, LocalGroup> groupsById, Runnable counted) {
        return users(null, groupsById, counted);
    }

    /** Those with these Keycloak ids. */
    List<LocalUser> only(Set<String> ids, Map<String, LocalGroup> groupsById) {
        return ids.isEmpty() ? List.of() : users(ids, groupsById, () -> {});
    }

    private List<LocalUser> users(@Nullable Set<String> only, Map<String, LocalGroup> groupsById, Runnable counted) {
        List<String[]> rows = new ArrayList<>();
        rows(
                "select u.id, u.username, u.email, case when u.enabled = true then 'yes' else 'no' end from UserEntity u"
                        + " where u.realmId = :realm and u.federationLink = :link",
                only,
                rows::add);
        counted.run();
        Map<String, Map<String, String>> marks = marks(only);
        Map<String, List<String>> memberships = memberships(only, groupsById);
        List<LocalUser> users = new ArrayList<>(rows.size());
        for (String[] row : rows) {
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
        }
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
                .setParameter("realm", realmId)
                .setParameter("link", componentId);
        if (only != null) {
            query.setParameter("only", only);
        }
        TextRows.forEach(query, use);
    }
}
