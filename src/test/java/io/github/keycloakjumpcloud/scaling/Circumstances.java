package io.github.keycloakjumpcloud.scaling;

import java.util.HashMap;
import java.util.Map;

/** What a model is asked about. */
final class Circumstances {

    private static final int GROUPS_OF_EACH = 5;

    private static final int USERS_FOR_EACH_GROUP = 100;

    private Circumstances() {}

    /** As many users in five groups each, a group for every hundred of them, of whom so many have changed, at these round trips. */
    static Sample of(int users, int changes, double ldapMillis, double databaseMillis) {
        Map<String, String> values = new HashMap<>();
        values.put("users", String.valueOf(users));
        values.put("groups", String.valueOf(Math.max(1, users / USERS_FOR_EACH_GROUP)));
        values.put("memberships", String.valueOf(users * GROUPS_OF_EACH));
        values.put("changes", String.valueOf(changes));
        values.put("ldapMillis", String.valueOf(ldapMillis));
        values.put("databaseMillis", String.valueOf(databaseMillis));
        return new Sample(values);
    }
}
