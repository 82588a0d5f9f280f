package io.github.keycloakjumpcloud.standin;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the server knows about one connection. Written by the connection's own thread. */
final class Client {

    final long number;
    final ListenerKind kind;
    final PagedSearches pagedSearches = new PagedSearches();

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean secured;
    private volatile @Nullable Identity identity;

    /** Somebody who has bound; kept by key, because rights are looked up at each request. */
    record Identity(Tenant tenant, String accountKey, String dn) {}

    Client(long number, ListenerKind kind) {
        this.number = number;
        this.kind = kind;
    }

    boolean secured() {
        return secured;
    }

    void secure() {
        secured = true;
    }

    @Nullable
    Identity identity() {
        return identity;
    }

    String identityDn() {
        Identity current = identity;
        return current == null ? "" : current.dn();
    }

    void become(@Nullable Identity bound) {
        identity = bound;
        pagedSearches.clear();
    }

    void end() {
        ended.countDown();
    }

    /** Waits, but no longer than the connection lives. */
    void pause(Duration duration) throws IOException {
        if (duration.isZero()) {
            return;
        }
        if (await(duration.toNanos())) {
            throw new IOException("connection ended");
        }
    }

    /** Waits until the connection ends. */
    void hang() throws IOException {
        await(Long.MAX_VALUE);
        throw new IOException("connection ended");
    }

    private boolean await(long nanos) throws IOException {
        try {
            return ended.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
