package io.github.keycloakjumpcloud.directory.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Calls that many threads make at the same moment. */
final class ParallelCalls {

    private ParallelCalls() {}

    static <T> List<T> inParallel(int callers, Supplier<T> call) {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<T>> results = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            CompletableFuture<T> result = new CompletableFuture<>();
            results.add(result);
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                    result.complete(call.get());
                } catch (InterruptedException | RuntimeException | AssertionError e) {
                    result.completeExceptionally(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        go.countDown();
        return results.stream().map(CompletableFuture::join).toList();
    }
}
