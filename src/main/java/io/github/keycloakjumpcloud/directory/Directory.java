package io.github.keycloakjumpcloud.directory;

import io.github.keycloakjumpcloud.config.IdAttribute;
import java.util.function.Supplier;

/**
 * The directory as one provider is configured to see it. Implementations are thread-safe, bound every wait and never throw for what the
 * network or the server does: that is an outcome.
 */
public interface Directory {

    /** The user with this user name; one search. Ends within Keycloak's three-second limit for look-ups. */
    Lookup findByUsername(String username);

    /** The user whose (mapped) e-mail address this is; one search. Ends within Keycloak's three-second limit for look-ups. */
    Lookup findByEmail(String email);

    /**
     * The user with this identity; one search, and one more before he is {@link Lookup.Absent}: whether the reader still sees anybody. {@link Lookup.Ambiguous} where several entries have it. Ends within Keycloak's three-second limit for
     * look-ups.
     *
     * @param attribute the attribute that ids come from, not {@link IdAttribute#AUTO}
     */
    Lookup findById(IdAttribute attribute, String id);

    /**
     * Begins {@link #findById} and gives at once what waits for its answer, so that something else can be asked meanwhile.
     *
     * @return asks nothing more when called; called at most once, by the thread that began
     */
    Supplier<Lookup> startFindById(IdAttribute attribute, String id);

    /** Users and groups, in one search each where the server allows it. May take minutes. */
    ReadOutcome read();

    /**
     * Binds once with a user's password; no retry after an answer. A caller who is interrupted gets {@link BindOutcome.Unavailable}, and the bind is broken
     * off.
     *
     * @param dn the user's DN
     * @param password the password, not empty
     */
    BindOutcome bind(String dn, String password);

    /** Connects, binds as the reader, reads the base DN and searches, on a connection of its own. */
    ProbeOutcome probe();

    /** As {@link #probe()}, within Keycloak's three-second limit for look-ups; callers at the same time share one probe, and nobody is asked during an outage. */
    default ProbeOutcome probeQuickly() {
        return probe();
    }
}
