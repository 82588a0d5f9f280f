package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;

/** Finds out what would be lost with groups, in four queries for every 500 of them. Belongs to one session. */
final class GroupHoldingsReader {

    private final RealmModel realm;
    private final EntityManager entities;
    private final String componentId;

    GroupHoldingsReader(RealmModel realm, EntityManager entities, String componentId) {
        this.realm = realm;
        this.entities = entities;
        this.componentId = componentId;
    }

    /** What hangs on each of these groups, by Keycloak id; groups on which nothing hangs are left out. */
    Map<String, GroupHoldings> of(Collection<String> groupIds) {
        Map<String, GroupHoldings> holdings = new HashMap<>();
        Chunks.ofStatements(groupIds).forEach(ids -> read(ids, holdings));
        return holdings;
    }

    private void read(List<String> ids, Map<String, GroupHoldings> holdings) {
        Map<String, Long> members = counts(
                "select m.groupId, count(m) from UserGroupMembershipEntity m join m.user u where m.groupId in :ids"
                        + " and (u.federationLink is null or u.federationLink <> :link) group by m.groupId",
                ids,
                Map.of("link", componentId));
        // Members whom another federation keeps outside Keycloak's user table.
        counts(
                        "select m.groupId, count(m) from FederatedUserGroupMembershipEntity m where m.groupId in :ids group by m.groupId",
                        ids)
                .forEach((id, count) -> members.merge(id, count, Long::sum));
        Map<String, Long> subGroups = counts(
                "select g.parentId, count(g) from GroupEntity g where g.parentId in :ids group by g.parentId", ids);
        Map<String, Long> roles = counts(
                "select m.group.id, count(m) from GroupRoleMappingEntity m where m.group.id in :ids group by m.group.id",
                ids);
        Set<String> defaults =
                realm.getDefaultGroupsStream().map(GroupModel::getId).collect(Collectors.toSet());
        for (String id : ids) {
            GroupHoldings found = new GroupHoldings(
                    members.getOrDefault(id, 0L),
                    subGroups.getOrDefault(id, 0L),
                    roles.getOrDefault(id, 0L),
                    defaults.contains(id));
            if (!found.none()) {
                holdings.put(id, found);
            }
        }
    }

    private Map<String, Long> counts(String jpql, List<String> ids) {
        return counts(jpql, ids, Map.of());
    }

    private Map<String, Long> counts(String jpql, List<String> ids, Map<String, String> parameters) {
        Map<String, Long> counts = new HashMap<>();
        var query = entities.createQuery(jpql, Tuple.class).setParameter("ids", ids);
        parameters.forEach(query::setParameter);
        for (Tuple row : query.getResultList()) {
            counts.put(row.get(0, String.class), row.get(1, Long.class));
        }
        return counts;
    }
}
