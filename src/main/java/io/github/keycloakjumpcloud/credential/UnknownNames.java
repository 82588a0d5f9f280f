package io.github.keycloakjumpcloud.credential;

import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Problem;
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
 * Names that nobody has, for half a minute, and one question for a name however many ask at once. Thread-safe.
 */
public final class UnknownNames {

    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    /** Nobody has a longer name; a flood of long ones must not fill the memory. */
    private static final int LONGEST_NAME = 300;

    /** As long as Keycloak waits for a look-up; the question itself ends earlier. */
    private static final long LONGEST_WAIT_MILLIS = 3_000;

    private final ExpiringMap<String, Lookup> answers;
    private final Map<String, CompletableFuture<Lookup>> running = new ConcurrentHashMap<>();

    UnknownNames(LongSupplier clock) {
        this.answers = new ExpiringMap<>(LIFE, MOST, clock);
    }

    /**
     * The remembered answer, that of a question which is on its way, or the answer to this one.
     *
     * @param name what is asked for, with its kind, in one letter case
     * @param question asks the directory; bounded in time
     */
    public Lookup find(String name, Supplier<Lookup> question) {
        Lookup known = answers.get(name).orElse(null);
        if (known != null) {
            return known;
        }
        CompletableFuture<Lookup> own = new CompletableFuture<>();
        @Nullable CompletableFuture<Lookup> other = running.putIfAbsent(name, own);
        return other == null ? ask(name, question, own) : await(other);
    }

    private Lookup ask(String name, Supplier<Lookup> question, CompletableFuture<Lookup> own) {
        Lookup answer = unknown();
        try {
            answer = question.get();
            boolean certain = !(answer instanceof Lookup.Present || answer instanceof Lookup.Unknown);
            if (certain && name.length() <= LONGEST_NAME) {
                answers.put(name, answer);
            }
            return answer;
        } finally {
            running.remove(name, own);
            own.complete(answer);
        }
    }

    private static Lookup await(CompletableFuture<Lookup> other) {
        try {
            return other.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown();
        } catch (TimeoutException | ExecutionException e) {
            return unknown();
        }
    }

    private static Lookup unknown() {
        return new Lookup.Unknown(Problem.of(Problem.Kind.TIMEOUT, Long.toString(LONGEST_WAIT_MILLIS)));
    }
}
