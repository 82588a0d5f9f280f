package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.store.LocalUser;

/**
 * What happens to a user who is no longer in the directory.
 *
 * @param user the user as Keycloak holds him
 * @param fate what becomes of him
 * @param overdue whether he is deleted only because he has been disabled for long enough
 * @param yields whether somebody new takes his user name or e-mail address, so that he gives both addresses and, if wanted, the name up
 * @param username his user name from then on
 */
public record UserRemoval(LocalUser user, Fate fate, boolean overdue, boolean yields, String username) {

    /** What becomes of a user who has left. */
    public enum Fate {
        DISABLE,
        DELETE,
        /** It is noted that he has left; he is disabled by an administrator already, or is to be kept. */
        NOTE,
        /** Everything was done in an earlier run. */
        NOTHING
    }

    static UserRemoval of(LocalUser user, Fate fate, boolean overdue) {
        return new UserRemoval(user, fate, overdue, false, user.username());
    }

    UserRemoval yielding(String newUsername) {
        return new UserRemoval(user, fate, overdue, true, newUsername);
    }

    /** Whether the guard looks at it: to give a name up takes nothing away from anybody who is there. */
    boolean isGuarded() {
        return fate != Fate.NOTHING;
    }
}
