package io.github.keycloakjumpcloud.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Keycloak user whose federation link is this provider.
 *
 * @param keycloakId Keycloak's id
 * @param username current user name
 * @param email current e-mail address, or {@code null}
 * @param directoryId the mark {@link Marks#LDAP_ID}, or {@code null} where it is missing
 * @param dn the mark {@link Marks#LDAP_ENTRY_DN}, or {@code null} where it is missing
 * @param fingerprint the mark {@link Marks#FINGERPRINT}, or {@code null} where it is missing
 * @param enabled whether the user may sign in at all
 * @param departedSince the mark {@link Marks#DEPARTED}, or {@code null} where it is missing
 * @param disabledByUs whether the mark {@link Marks#DISABLED} is there
 * @param groupKeys DN keys of the imported groups this user is a direct member of
 */
public record LocalUser(
        String keycloakId,
        String username,
        @Nullable String email,
        @Nullable String directoryId,
        @Nullable String dn,
        @Nullable String fingerprint,
        boolean enabled,
        @Nullable Instant departedSince,
        boolean disabledByUs,
        Set<String> groupKeys) {

    public LocalUser {
        groupKeys = Set.copyOf(groupKeys);
    }

    /** Whether an earlier sync has noted that the user is no longer in the directory. */
    public boolean departed() {
        return departedSince != null;
    }
}
