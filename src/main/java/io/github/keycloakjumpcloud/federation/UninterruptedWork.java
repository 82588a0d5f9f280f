package io.github.keycloakjumpcloud.federation;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work that goes on to its end where Keycloak interrupts the look-up that began it. It does after three seconds, and takes a later answer all the same
 * ({@code ServicesUtils.timeBoundOne} of 26.7.3): once JumpCloud has answered, a database that is slow delays a sign-in and does not end it. Belongs to one
 * look-up, on one thread.
 */
final class UninterruptedWork implements AutoCloseable {

    private boolean interrupted;

    /** Runs the work on a thread of its own, which nobody else knows, waits for its end, and gives or throws what it gives or throws. */
    <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "jumpcloud-import");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return task.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException("Unexpected failure of an import", e.getCause());
            }
        }
    }

    /** Hands on an interrupt that came meanwhile; by now nothing can be lost by it. */
    @Override
    public void close() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
