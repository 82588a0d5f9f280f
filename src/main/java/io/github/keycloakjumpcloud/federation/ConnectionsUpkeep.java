package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.access.OutdatedConnections;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/**
 * Lets what was changed on another node reach this node's connections. By a look every few seconds: Keycloak tells other nodes that caches are outdated,
 * but no provider of it, and a look also finds what a message that was lost would have said. Thread-safe.
 */
final class ConnectionsUpkeep {

    private static final Logger LOG = Logger.getLogger(ConnectionsUpkeep.class);
    private static final String TASK = "jumpcloud-connections";
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final OutdatedConnections outdated;
    private volatile boolean failing;

    ConnectionsUpkeep(OutdatedConnections outdated) {
        this.outdated = outdated;
    }

    /** Looks from the server's start on. */
    void begin(KeycloakSessionFactory sessions) {
        sessions.register(event -> {
            if (event instanceof PostMigrationEvent started) {
                KeycloakModelUtils.runJobInTransaction(
                        started.getFactory(), session -> session.getProvider(TimerProvider.class)
                                .scheduleTask(this::look, INTERVAL.toMillis(), TASK));
            }
        });
    }

    /** Never throws: the timer's task would end. */
    private void look(KeycloakSession session) {
        try {
            outdated.close(session.getKeycloakSessionFactory());
            failing = false;
        } catch (RuntimeException e) {
            // Once per outage of the database: the next look is due in seconds.
            LOG.logf(
                    failing ? Logger.Level.DEBUG : Logger.Level.WARN,
                    e,
                    "It could not be looked for connections to JumpCloud that are no longer wanted");
            failing = true;
        }
    }
}
