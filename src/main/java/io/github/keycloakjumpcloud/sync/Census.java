package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How many there were before the run; what the guard's percentages are of.
 *
 * @param users users of the provider of whom no earlier run has noted that they left
 * @param members how many of them are in each imported group, by the group's key
 */
public record Census(int users, Map<String, Integer> members) {

    static final Census NOBODY = new Census(0, Map.of());

    public Census {
        members = Map.copyOf(members);
    }

    static Census of(Collection<LocalUser> everybody) {
        int users = 0;
        Map<String, Integer> members = new HashMap<>();
        for (LocalUser user : everybody) {
            if (!user.departed()) {
                users++;
                user.groupKeys().forEach(key -> members.merge(key, 1, Integer::sum));
            }
        }
        return new Census(users, members);
    }

    int membersOf(String groupKey) {
        return members.getOrDefault(groupKey, 0);
    }
}
