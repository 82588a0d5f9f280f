package io.github.keycloakjumpcloud.run;

import java.time.Duration;

/** How long things last that keep two nodes from syncing at once. */
final class Lease {

    /** Without a heartbeat the lease ends after this time; another node may start then. */
    static final Duration LENGTH = Duration.ofSeconds(25);

    /** Between two heartbeats; several may fail before the lease is lost. */
    static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private Lease() {}
}
