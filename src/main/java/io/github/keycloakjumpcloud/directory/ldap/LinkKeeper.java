package io.github.keycloakjumpcloud.directory.ldap;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks after a pool's idle connections in the background, so that no request has to. */
final class LinkKeeper implements Runnable {

    private static final Logger LOG = Logger.getLogger(LinkKeeper.class);

    private final LinkPool pool;
    private final Upkeep upkeep;
    private final Duration answerLimit;

    /** Connections that could not be replaced yet. Touched by the scheduler's thread alone. */
    private int missing;

    LinkKeeper(LinkPool pool, Upkeep upkeep, Duration answerLimit) {
        this.pool = pool;
        this.upkeep = upkeep;
        this.answerLimit = answerLimit;
    }

    /** Checks every connection that is idle now. Never throws: the scheduler would not come back. */
    @Override
    public void run() {
        try {
            restore();
            for (int left = pool.idle(); left > 0; left--) {
                Link link = pool.takeLeastUsed();
                if (link == null) {
                    return;
                }
                check(link, left > 1);
            }
        } catch (RuntimeException e) {
            LOG.warn("Idle LDAP connections could not be checked", e);
        }
    }

    private void check(Link link, boolean others) {
        if (others && link.isUnusedFor(upkeep.maxUnused())) {
            link.discard();
        } else if (link.isOlderThan(upkeep.maxAge()) || !SignOfLife.in(link, answerLimit)) {
            link.discard();
            replace();
        } else if (link.rank() > 0) {
            preferBetter(link);
        } else {
            pool.putBack(link);
        }
    }

    /** Goes back to a better server where that works again. */
    private void preferBetter(Link link) {
        Link other = openOrNull();
        if (other != null && other.rank() < link.rank()) {
            link.discard();
            pool.putBack(other);
            return;
        }
        if (other != null) {
            other.discard();
        }
        pool.putBack(link);
    }

    private void replace() {
        Link fresh = openOrNull();
        if (fresh == null) {
            missing++;
        } else {
            pool.putBack(fresh);
        }
    }

    /** As long as the servers are away, one attempt is enough to know. */
    private void restore() {
        while (missing > 0) {
            Link fresh = openOrNull();
            if (fresh == null) {
                return;
            }
            missing--;
            pool.putBack(fresh);
        }
    }

    private @Nullable Link openOrNull() {
        try {
            return pool.open();
        } catch (LdapFailure e) {
            // The next request opens a connection itself, or reports why it cannot.
            LOG.debugf("No replacement for an idle connection: %s", e.problem());
            return null;
        }
    }
}
