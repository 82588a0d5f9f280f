package io.github.keycloakjumpcloud.store;

import java.time.Instant;
import java.util.Optional;

/** Hashes of passwords that are kept for outages, by Keycloak's ids of their users. */
public interface KeptPasswords {

    /** What is kept of a user, over or not. */
    Optional<KeptPassword> find(String keycloakId);

    /** Keeps this one and no other. */
    void keep(String keycloakId, KeptPassword password);

    /** Lets the hash with this id be of use for longer. */
    void extend(String keycloakId, String hashId, Instant until);

    /** Erases what is kept of a user. */
    void forget(String keycloakId);
}
