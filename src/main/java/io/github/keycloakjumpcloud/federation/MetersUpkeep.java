package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.access.JumpCloudComponent;
import io.github.keycloakjumpcloud.observe.Metering;
import io.github.keycloakjumpcloud.run.KnownProviders;
import io.github.keycloakjumpcloud.run.Syncs;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.timer.TimerProvider;

/**
 * Keeps this node's meters in step with the realms' providers and with what other nodes did: at the start, as soon as a provider is used, and twice a
 * minute. No scrape asks the database. Thread-safe.
 */
final class MetersUpkeep {

    private static final Logger LOG = Logger.getLogger(MetersUpkeep.class);
    private static final String TASK = "jumpcloud-meters";
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Metering metering;
    private final KnownProviders known;
    private final Syncs syncs;

    MetersUpkeep(Metering metering, KnownProviders known, Syncs syncs) {
        this.metering = metering;
        this.known = known;
        this.syncs = syncs;
    }

    /** Looks at all providers once the server has started, and from then on. */
    void begin(KeycloakSessionFactory sessions) {
        sessions.register(event -> {
            if (event instanceof PostMigrationEvent started) {
                KeycloakModelUtils.runJobInTransaction(started.getFactory(), session -> {
                    look(session);
                    session.getProvider(TimerProvider.class).scheduleTask(this::look, INTERVAL.toMillis(), TASK);
                });
            }
        });
    }

    /** Whatever goes wrong here must neither keep a server from starting nor end the timer's task. */
    private void look(KeycloakSession session) {
        try {
            follow(session);
        } catch (RuntimeException e) {
            LOG.warn("The metrics of JumpCloud providers could not be brought up to date", e);
        }
    }

    private void follow(KeycloakSession session) {
        Set<String> present = new HashSet<>();
        try (Stream<RealmModel> realms = session.realms().getRealmsWithProviderTypeStream(UserStorageProvider.class)) {
            realms.forEach(realm -> realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                    .filter(JumpCloudComponent::is)
                    .forEach(component -> {
                        present.add(component.getId());
                        known.know(realm, component);
                    }));
        }
        metering.keep(present);
        present.forEach(syncs::refreshMeters);
    }
}
