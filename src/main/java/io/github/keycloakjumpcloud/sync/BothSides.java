package io.github.keycloakjumpcloud.sync;

import io.github.keycloakjumpcloud.directory.ReadOutcome;
import io.github.keycloakjumpcloud.store.LocalUser;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the directory has and which users Keycloak has of it, read at the same time: one waits for the network, the other for the database.
 *
 * @param directory the outcome of reading the directory
 * @param users all of the provider's users who were there before the directory was read
 */
record BothSides(ReadOutcome directory, List<LocalUser> users) {

    /**
     * Reads both. The directory is asked only once it is settled which users Keycloak has: whoever comes later may be missing in what is read,
     * and has not left for that.
     *
     * @param local reads Keycloak's side in a thread of its own, and runs what it is given once it is settled who is there
     */
    static BothSides read(Supplier<ReadOutcome> directory, Function<Runnable, List<LocalUser>> local) {
        CountDownLatch counted = new CountDownLatch(1);
        FutureTask<List<LocalUser>> users = new FutureTask<>(() -> {
            try {
                return local.apply(counted::countDown);
            } finally {
                counted.countDown();
            }
        });
        Thread thread = new Thread(users, "jumpcloud-reader");
        thread.setDaemon(true);
        thread.start();
        try {
            counted.await();
            if (users.isDone()) {
                // Where the database is away nobody need be asked.
                users.get();
            }
            ReadOutcome outcome = directory.get();
            return new BothSides(outcome, users.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted while it read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Keycloak's users cannot be read", e.getCause());
        }
    }
}
