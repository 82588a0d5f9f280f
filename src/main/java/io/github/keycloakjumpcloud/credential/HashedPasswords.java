package io.github.keycloakjumpcloud.credential;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Which password a kept hash is of, so that not every good sign-in pays for a slow hash. A part of a keyed digest, for an hour: who could read this
 * memory could try passwords against it faster than against the hash, but would have to find the right one among many that fit. Thread-safe.
 */
final class HashedPasswords {

    static final Duration LIFE = Duration.ofHours(1);

    private static final int MOST = 100_000;

    /** Characters of 6 bits: one other password in 16 million passes for the same, and then its predecessor stays kept. */
    private static final int PART = 4;

    private final KeyedDigest digest = new KeyedDigest();
    private final ExpiringMap<String, Part> parts;

    private record Part(String hashId, String digest) {}

    HashedPasswords(LongSupplier clock) {
        this.parts = new ExpiringMap<>(LIFE, MOST, clock);
    }

    /** Whether the hash is this password's; empty where only the hash itself can tell. */
    Optional<Boolean> isOf(String keycloakId, String hashId, String password) {
        return parts.get(keycloakId)
                .filter(part -> part.hashId().equals(hashId))
                .map(part -> part.digest().equals(part(keycloakId, password)));
    }

    /** Notes that the hash is this password's. */
    void note(String keycloakId, String hashId, String password) {
        parts.put(keycloakId, new Part(hashId, part(keycloakId, password)));
    }

    private String part(String keycloakId, String password) {
        return digest.of(keycloakId, password).substring(0, PART);
    }
}
