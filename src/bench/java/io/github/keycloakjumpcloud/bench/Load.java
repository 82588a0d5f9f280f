package io.github.keycloakjumpcloud.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Some users, each of whom signs in again as soon as he has his answer. */
final class Load {

    /** Of one user; used by one thread. */
    @FunctionalInterface
    interface Client extends AutoCloseable {

        /** Whether the answer was the right one. */
        boolean signIn(Credentials credentials);

        @Override
        default void close() {}
    }

    /** @param unexpected number of wrong answers */
    record Outcome(Latencies latencies, double seconds, int unexpected) {}

    private final int users;
    private final Supplier<Client> clients;

    Load(int users, Supplier<Client> clients) {
        this.users = users;
        this.clients = clients;
    }

    /** Signs in so often; the users take turns as they become free. */
    Outcome run(int signIns, IntFunction<Credentials> credentials) {
        ExecutorService threads = Executors.newFixedThreadPool(users);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger unexpected = new AtomicInteger();
        long[] nanos = new long[signIns];
        List<Client> ready = Stream.generate(clients).limit(users).toList();
        try {
            long start = System.nanoTime();
            List<CompletableFuture<Void>> all = ready.stream()
                    .map(client -> CompletableFuture.runAsync(
                            () -> signIn(client, next, credentials, nanos, unexpected), threads))
                    .toList();
            all.forEach(CompletableFuture::join);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Outcome(new Latencies(nanos), seconds, unexpected.get());
        } finally {
            threads.shutdown();
            ready.forEach(Client::close);
        }
    }

    private static void signIn(
            Client client,
            AtomicInteger next,
            IntFunction<Credentials> credentials,
            long[] nanos,
            AtomicInteger unexpected) {
        for (int number = next.getAndIncrement(); number < nanos.length; number = next.getAndIncrement()) {
            Credentials typed = credentials.apply(number);
            long start = System.nanoTime();
            boolean right = client.signIn(typed);
            nanos[number] = System.nanoTime() - start;
            if (!right) {
                unexpected.incrementAndGet();
            }
        }
    }
}
