package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import java.time.Duration;
import java.time.Instant;

/** What a server holds that it can reach, by whole collections again and again while it does something. What takes how long then says nothing. */
record LiveMemory(KeycloakServer server, GcLog log) {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** In MiB. */
    record Use(int before, int peak, int after) {}

    Use during(Runnable work) throws InterruptedException {
        int before = now();
        Instant from = Instant.now();
        Thread worker = new Thread(work, "measured");
        worker.start();
        while (worker.isAlive()) {
            server.collectGarbage();
            worker.join(PAUSE.toMillis());
        }
        int peak = log.mostLeftByWholeCollections(from, Instant.now());
        return new Use(before, peak, now());
    }

    private int now() {
        Instant from = Instant.now();
        server.collectGarbage();
        return log.mostLeftByWholeCollections(from, Instant.now());
    }
}
