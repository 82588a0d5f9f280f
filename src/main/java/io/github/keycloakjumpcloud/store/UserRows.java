package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;

/** The rows of users that are about to change, by the users' ids; only those tables are read that somebody's change concerns. */
record UserRows(
        Map<String, List<UserAttributeEntity>> attributesById,
        Map<String, List<UserGroupMembershipEntity>> membershipsById) {

    static UserRows read(EntityManager entities, Map<String, PendingChange> changes) {
        List<String> profiles = ids(changes, change -> change.profile != null);
        List<String> members = ids(changes, PendingChange::hasMemberships);
        return new UserRows(
                rows(
                                entities,
                                UserAttributeEntity.class,
                                "select a from UserAttributeEntity a where a.user.id in :ids",
                                profiles)
                        .stream()
                        .collect(Collectors.groupingBy(row -> row.getUser().getId())),
                rows(
                                entities,
                                UserGroupMembershipEntity.class,
                                "select m from UserGroupMembershipEntity m where m.user.id in :ids",
                                members)
                        .stream()
                        .collect(Collectors.groupingBy(row -> row.getUser().getId())));
    }

    List<UserAttributeEntity> attributes(String userId) {
        return attributesById.getOrDefault(userId, List.of());
    }

    List<UserGroupMembershipEntity> memberships(String userId) {
        return membershipsById.getOrDefault(userId, List.of());
    }

    private static List<String> ids(Map<String, PendingChange> changes, Predicate<PendingChange> which) {
        return changes.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <T> List<T> rows(EntityManager entities, Class<T> type, String query, List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(query, type).setParameter("ids", ids).getResultList();
    }
}
