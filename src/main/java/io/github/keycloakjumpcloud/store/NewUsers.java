package io.github.keycloakjumpcloud.store;

import io.github.keycloakjumpcloud.directory.DirectoryUser;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;

/**
 * Creates users table by table: one JDBC batch for each, no query for any user. Keycloak's API writes user by user, which breaks up JDBC batches, and
 * asks about each membership before it is written. Belongs to one session.
 */
final class NewUsers {

    /** So that the memory needed does not depend on how many users a transaction has. */
    private static final int MOST_AT_ONCE = 500;

    private final EntityManager entities;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final String componentId;
    private final boolean trustEmail;
    private NewUserRows rows;

    NewUsers(KeycloakSession session, RealmModel realm, String componentId, boolean trustEmail) {
        this.session = session;
        this.realm = realm;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.componentId = componentId;
        this.trustEmail = trustEmail;
        this.rows = new NewUserRows(realm, componentId, trustEmail);
    }

    void add(String id, DirectoryUser user, Set<String> groupIds) {
        rows.add(id, user, groupIds);
        if (rows.users() >= MOST_AT_ONCE) {
            insert();
        }
    }

    /** Inserts whoever was added and is not inserted yet. */
    void insert() {
        if (rows.users() > 0) {
            insert(rows);
            rows = new NewUserRows(realm, componentId, trustEmail);
        }
    }

    private void insert(NewUserRows rows) {
        MemberEvents events = new MemberEvents(session, realm, entities);
        events.prepare(rows.memberships().stream().map(UserGroupMembershipEntity::getGroupId));
        rows.memberships().forEach(membership -> events.require(membership.getGroupId()));
        // In the running transaction, on the same connection, but without a persistence context that would have to be
        // kept, compared and cleared.
        try (StatelessSession inserts =
                entities.unwrap(Session.class).getSessionFactory().openStatelessSession()) {
            for (List<?> table : rows.tables()) {
                if (!table.isEmpty()) {
                    inserts.insertMultiple(table);
                }
            }
        }
        rows.roles().forEach(role -> events.granted(role.getUser().getId(), role.getRoleId()));
        rows.memberships()
                .forEach(membership -> events.joined(membership.getUser().getId(), membership.getGroupId()));
    }
}
