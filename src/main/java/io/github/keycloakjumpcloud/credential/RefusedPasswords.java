package io.github.keycloakjumpcloud.credential;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Wrong passwords of the last seconds, so that a client that repeats one does not lock the account at JumpCloud. Keeps digests only, under a key that
 * never leaves this process. Thread-safe.
 */
final class RefusedPasswords {

    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final KeyedDigest digest = new KeyedDigest();
    private final ExpiringMap<String, Boolean> digests;

    RefusedPasswords(LongSupplier clock) {
        this.digests = new ExpiringMap<>(LIFE, MOST, clock);
    }

    boolean contains(String keycloakId, String password) {
        return digests.get(digest.of(keycloakId, password)).isPresent();
    }

    void add(String keycloakId, String password) {
        digests.put(digest.of(keycloakId, password), true);
    }
}
