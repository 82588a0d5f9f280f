package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs work on threads of its own and gives up on it at a deadline. The work itself is never interrupted: Keycloak interrupts its threads after three
 * seconds, and an interrupt in the middle of an LDAP exchange would cost the connection. Thread-safe.
 */
final class DeadlineExecutor implements AutoCloseable {

    private final ThreadPoolExecutor threads;
    private final int size;

    /**
     * @param size most threads
     * @param waiting how much work may wait for a thread
     */
    DeadlineExecutor(String purpose, int size, int waiting) {
        this.size = size;
        this.threads = new ThreadPoolExecutor(
                size, size, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting), new DaemonThreads(purpose));
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs the work and waits for it.
     *
     * @param limit longest wait, from now on; includes the wait for a free thread
     * @throws LdapFailure BUSY when too much is waiting already, or what {@link Pending#await()} throws
     */
    <T> T call(Duration limit, Work<T> work) throws LdapFailure {
        return start(limit, work).await();
    }

    /**
     * Begins the work.
     *
     * @param limit longest wait, from now on; includes the wait for a free thread
     * @throws LdapFailure BUSY when too much is waiting already
     */
    <T> Pending<T> start(Duration limit, Work<T> work) throws LdapFailure {
        Deadline deadline = Deadline.in(limit);
        try {
            AtomicBoolean begun = new AtomicBoolean();
            Future<T> result = threads.submit(() -> {
                begun.set(true);
                return work.run(deadline);
            });
            return new Pending<>(result, limit, deadline, begun, size);
        } catch (RejectedExecutionException e) {
            if (threads.isShutdown()) {
                throw new LdapFailure(ConnectProblems.closed(), e);
            }
            throw new LdapFailure(Problem.of(Problem.Kind.BUSY, Integer.toString(size)), e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /**
     * Work that was handed over.
     *
     * @param begun whether a thread was free for it
     * @param size how many threads there are
     */
    record Pending<T>(Future<T> result, Duration limit, Deadline deadline, AtomicBoolean begun, int size) {

        /**
         * Waits for the work's end.
         *
         * @throws LdapFailure TIMEOUT at the limit or when the caller is interrupted, BUSY if no thread was free until then, or what the work throws
         */
        T await() throws LdapFailure {
            try {
                return result.get(deadline.millisWithin(limit), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                result.cancel(false);
                throw tooLate(e);
            } catch (InterruptedException e) {
                result.cancel(false);
                Thread.currentThread().interrupt();
                throw tooLate(e);
            } catch (CancellationException e) {
                // Another who waited for the same has given up.
                throw tooLate(e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof LdapFailure failure) {
                    throw failure;
                }
                throw new IllegalStateException("Unexpected failure of a directory request", e.getCause());
            }
        }

        /** What waited for a thread says nothing about the servers. */
        private LdapFailure tooLate(Exception cause) {
            Problem problem = begun.get()
                    ? Problem.of(Problem.Kind.TIMEOUT, Long.toString(limit.toMillis()))
                    : Problem.of(Problem.Kind.BUSY, Integer.toString(size));
            return new LdapFailure(problem, cause);
        }
    }

    /** Work that knows its deadline. */
    @FunctionalInterface
    interface Work<T> {
        T run(Deadline deadline) throws LdapFailure;
    }
}
