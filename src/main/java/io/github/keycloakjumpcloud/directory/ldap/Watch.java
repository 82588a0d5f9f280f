package io.github.keycloakjumpcloud.directory.ldap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** One request's watch. A third of the patience passes before the server is asked for a sign of life, and the rest before it is given up. */
final class Watch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final Vigil vigil;
    private final Link link;
    private boolean over;
    private boolean alive;

    Watch(Vigil vigil, Link link) {
        this.vigil = vigil;
        this.link = link;
    }

    /** The answer takes its time. */
    void doubt() {
        if (isOver()) {
            return;
        }
        CompletableFuture<Boolean> sign = vigil.alive(link.rank());
        if (!vigil.waitsForPeople()) {
            vigil.later(2, this::conclude);
            Future<?> unused = sign.thenAccept(this::learn);
        }
    }

    @Override
    public synchronized void close() {
        over = true;
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized void learn(boolean answered) {
        alive = answered;
        if (!answered) {
            conclude();
        }
    }

    /** Whoever waits gets the news that the connection is lost, and turns to the next server. */
    private synchronized void conclude() {
        if (over || alive || !vigil.giveUp(link.rank())) {
            return;
        }
        over = true;
        LOG.warnf("LDAP server %s does not answer", link.server());
        link.abort();
    }
}
