package io.github.keycloakjumpcloud.faults;

import io.github.keycloakjumpcloud.keycloak.SignInLine;
import io.github.keycloakjumpcloud.keycloak.SignInResult;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Sign-ins at a steady rate, however long each of them takes: people do not wait for one another. */
record SignInLoad(SignInLine line, Cast cast, int perSecond) {

    /** Returns when the last one has its answer. */
    List<Attempt> run(Duration duration, Random random) {
        ExecutorService threads = Executors.newCachedThreadPool(job -> {
            Thread thread = new Thread(job, "sign-in");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<Attempt>> running = new ArrayList<>();
            long start = System.nanoTime();
            long all = duration.toSeconds() * perSecond;
            for (long number = 0; number < all; number++) {
                awaitTime(start + Duration.ofSeconds(number).toNanos() / perSecond);
                Role role = Role.at(random.nextInt(100));
                Person person = cast.next(role);
                if (person == null) {
                    throw new IllegalStateException("Nobody is left for '" + role.label() + "' after " + number);
                }
                running.add(CompletableFuture.supplyAsync(() -> attempt(person), threads));
            }
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static void awaitTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Attempt attempt(Person person) {
        Instant at = Instant.now();
        long start = System.nanoTime();
        try {
            SignInResult result = line.with(person.username(), person.password());
            return new Attempt(
                    at,
                    person,
                    millisSince(start),
                    Ending.of(result),
                    result.status() + " " + result.error() + " " + result.errorDescription());
        } catch (UncheckedIOException e) {
            return new Attempt(at, person, millisSince(start), Ending.BROKEN, String.valueOf(e.getCause()));
        } finally {
            cast.done(person);
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
