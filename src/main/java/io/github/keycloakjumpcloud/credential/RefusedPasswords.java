package io.github.keycloakjumpcloud.credential;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords of the last seconds, so that a client that repeats one, even over many connections at once, does not lock the account at JumpCloud.
 * Keeps digests only, under a key that never leaves this process. Thread-safe.
 */
final class RefusedPasswords {

    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final KeyedDigest digest = new KeyedDigest();
    private final ExpiringMap<String, Boolean> digests;
    private final Map<String, CompletableFuture<SignInAnswer>> running = new ConcurrentHashMap<>();

    RefusedPasswords(LongSupplier clock) {
        this.digests = new ExpiringMap<>(LIFE, MOST, clock);
    }

    /** Notes that JumpCloud has refused it. */
    void add(String keycloakId, String password) {
        digests.put(digest.of(keycloakId, password), true);
    }

    /**
     * Asks, unless the answer was a refusal seconds ago. While the same is being asked already, waits for that answer and takes it over; but nobody is let
     * in by somebody else's.
     *
     * @param question asks the directory; bounded in time
     */
    SignInAnswer ask(String keycloakId, String password, Supplier<SignInAnswer> question) {
        String key = digest.of(keycloakId, password);
        if (digests.get(key).isPresent()) {
            return SignInAnswer.of(new Verdict.Refused("JumpCloud refused the same password seconds ago"));
        }
        CompletableFuture<SignInAnswer> own = new CompletableFuture<>();
        @Nullable CompletableFuture<SignInAnswer> other = running.putIfAbsent(key, own);
        if (other != null) {
            SignInAnswer shared = await(other);
            return shared == null || shared.verdict() instanceof Verdict.Accepted ? question.get() : shared;
        }
        SignInAnswer answer = null;
        try {
            answer = question.get();
            return answer;
        } finally {
            running.remove(key, own);
            own.complete(answer);
        }
    }

    private static @Nullable SignInAnswer await(CompletableFuture<SignInAnswer> other) {
        try {
            return other.get(LIFE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (TimeoutException | ExecutionException e) {
            return null;
        }
    }
}
