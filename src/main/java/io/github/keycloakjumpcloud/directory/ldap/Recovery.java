package io.github.keycloakjumpcloud.directory.ldap;

import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks in the background whether servers that failed work again, so that no request has to find out. */
final class Recovery implements Runnable {

    private static final Logger LOG = Logger.getLogger(Recovery.class);

    private final ServerGroup servers;
    private final List<ServerConnector> connectors;
    private final ServerHealth health;
    private final @Nullable LinkPool pool;
    private final Duration answerLimit;
    private final List<Comeback> comebacks;

    /**
     * @param pause time between two looks
     * @param pool gets the connection to a server that works again, unless its connections need more than to be open
     */
    Recovery(ServerGroup servers, Duration pause, @Nullable LinkPool pool, Duration answerLimit) {
        this.servers = servers;
        this.connectors = servers.connectors();
        this.health = servers.health();
        this.pool = pool;
        this.answerLimit = answerLimit;
        this.comebacks = connectors.stream()
                .map(connector -> new Comeback(pause, System::nanoTime))
                .toList();
    }

    /** Asks every server that failed and is due. Never throws: the scheduler would not come back. */
    @Override
    public void run() {
        try {
            for (int rank = connectors.size() - 1; rank >= 0; rank--) {
                if (health.hasFailed(rank) && comebacks.get(rank).isDue()) {
                    look(rank);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Failed LDAP servers could not be looked at", e);
        }
    }

    /** A server that takes connections and answers nothing does not work. */
    private void look(int rank) {
        Link link;
        try {
            link = connectors.get(rank).open();
        } catch (LdapFailure e) {
            LOG.debugf("%s still fails: %s", connectors.get(rank).server(), e.problem());
            return;
        }
        if (!SignOfLife.in(link, answerLimit)) {
            link.discard();
            return;
        }
        health.works(rank);
        comebacks.get(rank).happened();
        LOG.infof("LDAP server %s works again", connectors.get(rank).server());
        // What is put back is used first.
        if (pool == null || servers.hasBetter(rank)) {
            link.discard();
        } else {
            pool.putBack(link);
        }
    }
}
