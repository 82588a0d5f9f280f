package io.github.keycloakjumpcloud.directory.ldap;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks after a pool's idle connections in the background, so that no request has to. */
final class LinkKeeper implements Runnable {

    private static final Logger LOG = Logger.getLogger(LinkKeeper.class);

    /** So many are kept as long as {@link Upkeep#maxUnused} says, even where the server closes them sooner. */
    private static final int FEW = 3;

    private static final int FEW_INTERVALS = 3;

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
            boolean connecting = true;
            for (int left = pool.idle(); left > 0 && connecting; left--) {
                Link link = pool.takeLeastUsed();
                if (link == null) {
                    return;
                }
                connecting = check(link, left - 1);
            }
        } catch (RuntimeException e) {
            LOG.warn("Idle LDAP connections could not be checked", e);
        }
    }

    /** Says whether connections can be opened, as far as it has come out. */
    private boolean check(Link link, int others) {
        if (others > 0 && link.isUnusedFor(upkeep.maxUnused())) {
            link.discard();
        } else if (link.isOlderThan(upkeep.maxAge()) || !SignOfLife.in(link, answerLimit)) {
            link.discard();
            return isSpare(link, others) || replace(link);
        } else if (pool.hasBetter(link.rank())) {
            return preferBetter(link);
        } else {
            pool.putBack(link);
        }
        return true;
    }

    private boolean isSpare(Link link, int others) {
        return others >= FEW && link.isUnusedFor(upkeep.interval().multipliedBy(FEW_INTERVALS));
    }

    /** Goes back to a better server where that works again. */
    private boolean preferBetter(Link link) {
        Link other = openOrNull();
        if (other == null || other.rank() >= link.rank()) {
            pool.putBack(link);
            if (other != null) {
                other.discard();
            }
            return false;
        }
        link.discard();
        other.continueFrom(link);
        pool.putBack(other);
        return true;
    }

    private boolean replace(Link gone) {
        Link fresh = openOrNull();
        if (fresh == null) {
            missing++;
            return false;
        }
        fresh.continueFrom(gone);
        pool.putBack(fresh);
        return true;
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
