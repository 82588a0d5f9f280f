package io.github.keycloakjumpcloud.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The table of passwords kept for outages, one row per user. A table of this provider's own: a stored credential would be listed in the console, the
 * account console and realm exports, and Keycloak's credential providers could take it for a password of their own. Belongs to one session.
 */
final class KeptPasswordTable {

    private final Sql sql;
    private final String table;

    KeptPasswordTable(Sql sql) {
        this.sql = sql;
        this.table = sql.table("JUMPCLOUD_KEPT_PASSWORD");
    }

    Optional<KeptPassword> find(String componentId, String userId) {
        return sql
                .query(
                        KeptPasswordTable::password,
                        "select HASH_ID, CREDENTIAL_DATA, SECRET_DATA, KEPT_UNTIL from " + table
                                + " where USER_ID = ? and COMPONENT_ID = ?",
                        userId,
                        componentId)
                .stream()
                .findFirst();
    }

    void write(String realmId, String componentId, String userId, KeptPassword password) {
        removeUser(userId);
        sql.update(
                "insert into " + table
                        + " (USER_ID, COMPONENT_ID, REALM_ID, HASH_ID, CREDENTIAL_DATA, SECRET_DATA, KEPT_UNTIL)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                userId,
                componentId,
                realmId,
                password.hashId(),
                password.hash().credentialData(),
                password.hash().secretData(),
                password.until().toEpochMilli());
    }

    void extend(String userId, String hashId, Instant until) {
        sql.update(
                "update " + table + " set KEPT_UNTIL = ? where USER_ID = ? and HASH_ID = ?",
                until.toEpochMilli(),
                userId,
                hashId);
    }

    /** Moves the end of everything that a component keeps. */
    void prolong(String componentId, Duration change) {
        sql.update(
                "update " + table + " set KEPT_UNTIL = KEPT_UNTIL + ? where COMPONENT_ID = ?",
                change.toMillis(),
                componentId);
    }

    void removeUser(String userId) {
        sql.update("delete from " + table + " where USER_ID = ?", userId);
    }

    void removeComponent(String componentId) {
        sql.update("delete from " + table + " where COMPONENT_ID = ?", componentId);
    }

    void removeRealm(String realmId) {
        sql.update("delete from " + table + " where REALM_ID = ?", realmId);
    }

    void removeOver(Instant now) {
        sql.update("delete from " + table + " where KEPT_UNTIL <= ?", now.toEpochMilli());
    }

    /** Keycloak removes and unlinks the users of a component by statements that tell nobody. */
    void removeOrphans() {
        sql.update("delete from " + table + " where not exists (select 1 from " + sql.table("USER_ENTITY")
                + " where ID = USER_ID and FEDERATION_LINK = COMPONENT_ID)");
    }

    private static KeptPassword password(ResultSet row) throws SQLException {
        return new KeptPassword(
                row.getString(1),
                new SlowHash(row.getString(2), row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)));
    }
}
