package io.github.keycloakjumpcloud.diagnose;

import org.jspecify.annotations.Nullable;

/**
 * A user as Keycloak's database has him.
 *
 * @param provider name of the provider he comes from, {@code null} for a local user
 * @param enabled what administrators and syncs have set, whether or not the provider is on
 * @param directoryId the mark {@code LDAP_ID}
 * @param dn the mark {@code LDAP_ENTRY_DN}
 * @param departedSince the mark {@code jumpcloud.departed}
 * @param disabledSince the mark {@code jumpcloud.disabled}
 */
record Account(
        String keycloakId,
        String username,
        Origin origin,
        @Nullable String provider,
        boolean enabled,
        @Nullable String directoryId,
        @Nullable String dn,
        @Nullable String departedSince,
        @Nullable String disabledSince,
        Lockout lockout) {

    /** Whose user he is. */
    enum Origin {
        OURS,
        LOCAL,
        ELSEWHERE
    }

    /** What Keycloak's brute-force detection has done. */
    enum Lockout {
        NONE,
        TEMPORARY,
        PERMANENT
    }

    boolean isOurs() {
        return origin == Origin.OURS;
    }

    boolean departed() {
        return departedSince != null;
    }
}
