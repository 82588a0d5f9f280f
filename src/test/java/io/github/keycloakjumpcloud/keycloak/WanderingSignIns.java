package io.github.keycloakjumpcloud.keycloak;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * People who sign in one after the other at several nodes, as through a load balancer: where a node takes no connection or breaks off, the next one is
 * asked. They begin at once and go on until {@link #end()}.
 */
public final class WanderingSignIns {

    /** Longer than anything that a sign-in may take, so that waiting in vain is seen as what it is. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** So that they leave something of the processors to a node that starts. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final SignInResult NONE = new SignInResult(0, "", "No node has answered", "");

    private final List<SignInLine> lines;
    private final List<String> usernames;
    private final Function<String, String> passwords;
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean over;

    /**
     * What came of one sign-in.
     *
     * @param nodes how many nodes were asked
     * @param result of the last one asked; with status 0 where none answered
     */
    public record Attempt(Instant at, String username, int nodes, SignInResult result, long millis) {

        public boolean isSuccess() {
            return result.isSuccess();
        }

        /** As for a wrong password. */
        public boolean isRefused() {
            return result.error().equals("invalid_grant");
        }

        /** A sentence that asks to come back. */
        public boolean isPostponed() {
            return result.status() == 503 && !isNoAnswer(result);
        }
    }

    private WanderingSignIns(
            List<SignInLine> lines, List<String> usernames, Function<String, String> passwords, int people) {
        this.lines = lines;
        this.usernames = usernames.subList(0, usernames.size() - usernames.size() % people);
        this.passwords = passwords;
        this.threads = IntStream.range(0, people)
                .mapToObj(number -> new Thread(() -> goOn(number), "wandering-" + number))
                .toList();
    }

    /**
     * Begins.
     *
     * @param nodes one realm as each node serves it
     * @param people so many at a time
     */
    public static WanderingSignIns begin(
            List<RealmApi> nodes, List<String> usernames, Function<String, String> passwords, int people) {
        WanderingSignIns signIns = new WanderingSignIns(
                nodes.stream().map(node -> SignInLine.to(node, LIMIT)).toList(), usernames, passwords, people);
        for (Thread thread : signIns.threads) {
            thread.setDaemon(true);
            thread.start();
        }
        return signIns;
    }

    /** How many have ended. */
    public int count() {
        return attempts.size();
    }

    /** Ends them and tells what came of each. */
    public List<Attempt> end() {
        over = true;
        threads.forEach(WanderingSignIns::await);
        return List.copyOf(attempts);
    }

    private void goOn(int first) {
        // Nobody signs in twice at a time: where brute-force detection is on, Keycloak turns away whoever comes second.
        for (int i = 0; !over; i++) {
            attempts.add(attempt(usernames.get((i * threads.size() + first) % usernames.size()), i + first));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Attempt attempt(String username, int first) {
        Instant at = Instant.now();
        SignInResult result = NONE;
        int asked = 0;
        while (asked < lines.size() && isNoAnswer(result)) {
            asked++;
            result = ask(lines.get((first + asked) % lines.size()), username);
        }
        return new Attempt(
                at, username, asked, result, Duration.between(at, Instant.now()).toMillis());
    }

    /** A node that starts answers 503 without a word; a load balancer would not have asked it. */
    private static boolean isNoAnswer(SignInResult result) {
        return result.equals(NONE) || (result.status() == 503 && result.error().isEmpty());
    }

    private SignInResult ask(SignInLine node, String username) {
        try {
            return node.with(username, passwords.apply(username));
        } catch (UncheckedIOException e) {
            return NONE;
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
