package io.github.keycloakjumpcloud.directory.ldap;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Opens a connection before somebody waits for it: the second of two people who sign in at once pays for no handshake. Thread-safe. */
final class SpareLink {

    private static final Logger LOG = Logger.getLogger(SpareLink.class);

    private final LinkPool pool;
    private final Executor background;
    private final AtomicBoolean opening = new AtomicBoolean();

    SpareLink(LinkPool pool, Executor background) {
        this.pool = pool;
        this.background = background;
    }

    /** To be called while a connection is in use; where no other is idle, one is opened in the background, one at a time. */
    void provide() {
        if (pool.idle() > 0 || !opening.compareAndSet(false, true)) {
            return;
        }
        try {
            background.execute(this::open);
        } catch (RejectedExecutionException e) {
            // The configuration has changed or the server stops: nobody needs it.
            opening.set(false);
        }
    }

    private void open() {
        try {
            pool.putBack(pool.open());
        } catch (LdapFailure e) {
            LOG.debugf("No connection opened ahead: %s", e.problem());
        } finally {
            opening.set(false);
        }
    }
}
