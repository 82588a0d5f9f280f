package io.github.keycloakjumpcloud.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wrong passwords of the last seconds, so that a client that repeats one does not lock the account at JumpCloud. Keeps digests only, under a key that
 * never leaves this process. Thread-safe.
 */
final class RefusedPasswords {

    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key = newKey();
    private final ExpiringMap<String, Boolean> digests;

    RefusedPasswords(LongSupplier clock) {
        this.digests = new ExpiringMap<>(LIFE, MOST, clock);
    }

    boolean contains(String keycloakId, String password) {
        return digests.get(digest(keycloakId, password)).isPresent();
    }

    void add(String keycloakId, String password) {
        digests.put(digest(keycloakId, password), true);
    }

    private String digest(String keycloakId, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(keycloakId.getBytes(StandardCharsets.UTF_8));
            // No id contains it, so that no two pairs give the same bytes.
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, ALGORITHM);
    }
}
