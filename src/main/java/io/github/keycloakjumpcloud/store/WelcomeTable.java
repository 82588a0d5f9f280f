package io.github.keycloakjumpcloud.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of welcome mails: a row for each person who is to get one or has got it. It outlives the user, so that nobody is welcomed twice after a
 * deletion; an attribute would not, and would travel in realm exports. Belongs to one session.
 */
final class WelcomeTable {

    private static final String WAITING = "WAITING";
    private static final String DONE = "DONE";

    private final Sql sql;
    private final String table;

    WelcomeTable(Sql sql) {
        this.sql = sql;
        this.table = sql.table("JUMPCLOUD_WELCOME");
    }

    void add(String realmId, String componentId, List<WaitingMail> mails, long now) {
        add(realmId, componentId, mails, WAITING, now);
    }

    /** For people who get none. */
    void addDone(String realmId, String componentId, List<WaitingMail> mails, long now) {
        add(realmId, componentId, mails, DONE, now);
    }

    private void add(String realmId, String componentId, List<WaitingMail> mails, String state, long now) {
        sql.updateAll(
                "insert into " + table
                        + " (COMPONENT_ID, PERSON, REALM_ID, USER_ID, STATE, TURN) values (?, ?, ?, ?, ?, ?)",
                mails.stream()
                        .map(mail -> new Object[] {componentId, mail.person(), realmId, mail.userId(), state, now})
                        .toList());
    }

    /** Everybody who has a row, whatever has become of the mail. */
    Set<String> people(String componentId) {
        return sql
                .query(row -> row.getString(1), "select PERSON from " + table + " where COMPONENT_ID = ?", componentId)
                .stream()
                .collect(Collectors.toSet());
    }

    List<WaitingMail> waiting(String componentId) {
        return sql.query(
                row -> new WaitingMail(row.getString(1), row.getString(2)),
                "select PERSON, USER_ID from " + table + " where COMPONENT_ID = ? and STATE = ? order by TURN, USER_ID",
                componentId,
                WAITING);
    }

    /** The row's lock decides between two who want the same mail. */
    boolean take(String componentId, String person) {
        return sql.update(
                        "update " + table + " set STATE = ? where COMPONENT_ID = ? and PERSON = ? and STATE = ?",
                        DONE,
                        componentId,
                        person,
                        WAITING)
                > 0;
    }

    /** Behind those that wait, whatever the clocks of other nodes say. */
    void giveBack(String componentId, String person, long now) {
        long last = sql.query(
                        row -> row.getLong(1),
                        "select max(TURN) from " + table + " where COMPONENT_ID = ? and STATE = ?",
                        componentId,
                        WAITING)
                .get(0);
        sql.update(
                "update " + table + " set STATE = ?, TURN = ? where COMPONENT_ID = ? and PERSON = ?",
                WAITING,
                Math.max(now, last + 1),
                componentId,
                person);
    }

    int giveUp(String componentId) {
        return sql.update(
                "update " + table + " set STATE = ? where COMPONENT_ID = ? and STATE = ?", DONE, componentId, WAITING);
    }

    void removeComponent(String componentId) {
        sql.update("delete from " + table + " where COMPONENT_ID = ?", componentId);
    }

    void removeRealm(String realmId) {
        sql.update("delete from " + table + " where REALM_ID = ?", realmId);
    }
}
