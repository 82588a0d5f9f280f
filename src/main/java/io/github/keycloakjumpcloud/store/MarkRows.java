package io.github.keycloakjumpcloud.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;

/** The marks of many users at once, without reading any of them. Belongs to one session. */
final class MarkRows {

    private final EntityManager entities;

    MarkRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Notes who they are in the directory, in place of what they carry of it. */
    void identify(List<ForeignUser> users) {
        delete(users.stream().map(ForeignUser::keycloakId).toList(), Set.of(Marks.LDAP_ID, Marks.LDAP_ENTRY_DN));
        List<UserAttributeEntity> rows = new ArrayList<>();
        for (ForeignUser user : users) {
            UserEntity entity = new UserEntity();
            entity.setId(user.keycloakId());
            add(rows, entity, Marks.LDAP_ID, user.directoryId());
            add(rows, entity, Marks.LDAP_ENTRY_DN, user.dn());
        }
        // In the running transaction, on the same connection, but without a persistence context that would grow with
        // them.
        try (StatelessSession inserts =
                entities.unwrap(Session.class).getSessionFactory().openStatelessSession()) {
            inserts.insertMultiple(rows);
        }
    }

    /** Takes these marks off. */
    void delete(Collection<String> userIds, Set<String> marks) {
        entities.createQuery("delete from UserAttributeEntity a where a.name in :names and a.user.id in :ids")
                .setParameter("names", marks)
                .setParameter("ids", userIds)
                .executeUpdate();
    }

    private static void add(List<UserAttributeEntity> rows, UserEntity user, String mark, @Nullable String value) {
        if (value != null) {
            rows.add(Rows.attribute(user, mark, value));
        }
    }
}
