package io.github.keycloakjumpcloud.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** A few threads that live as long as one list of batches; each holds one database connection at a time. */
final class ParallelWriters {

    private ParallelWriters() {}

    /** The results in the order of the inputs, from at most so many threads. What the function throws is thrown after all others have ended. */
    static <A, R> List<R> map(List<A> inputs, int most, Function<A, R> function) {
        if (inputs.size() < 2 || most < 2) {
            return inputs.stream().map(function).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(most, inputs.size()), work -> {
            Thread thread = new Thread(work, "jumpcloud-writer");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<R>> tasks = new ArrayList<>();
            inputs.forEach(input -> tasks.add(() -> function.apply(input)));
            List<R> results = new ArrayList<>();
            for (Future<R> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted while it wrote", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A batch ended in an unexpected way", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
