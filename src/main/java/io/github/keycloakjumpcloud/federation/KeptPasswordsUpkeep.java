package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.store.StoredPasswords;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.timer.TimerProvider;

/** Erases what is kept for outages as soon as it may no longer be used. Thread-safe. */
final class KeptPasswordsUpkeep {

    private static final String TASK = "jumpcloud-kept-passwords";
    private static final Duration INTERVAL = Duration.ofHours(1);

    private KeptPasswordsUpkeep() {}

    /** Follows removals from now on, and looks at the start and once an hour for what is over. */
    static void begin(KeycloakSessionFactory sessions) {
        sessions.register(KeptPasswordsUpkeep::follow);
    }

    private static void follow(ProviderEvent event) {
        if (event instanceof RealmModel.RealmRemovedEvent removed) {
            StoredPasswords.removeRealm(
                    removed.getKeycloakSession(), removed.getRealm().getId());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            StoredPasswords.removeUser(
                    removed.getKeycloakSession(), removed.getUser().getId());
        } else if (event instanceof PostMigrationEvent started) {
            // Not before: the table may not be there yet.
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), session -> {
                StoredPasswords.removeOver(session);
                session.getProvider(TimerProvider.class)
                        .scheduleTask(StoredPasswords::removeOver, INTERVAL.toMillis(), TASK);
            });
        }
    }

    /** After a change of settings: switched off, another place to ask, or other rules who is let in, erases everything; other hours count from the last good sign-in too. */
    static void changed(KeycloakSession session, ComponentModel before, ComponentModel after) {
        JumpCloudConfig now = config(after);
        JumpCloudConfig earlier = config(before);
        if (now == null || earlier == null || hours(now) == 0 || !place(now).equals(place(earlier))) {
            StoredPasswords.removeComponent(session, after.getId());
        } else if (hours(now) != hours(earlier)) {
            StoredPasswords.prolong(session, after.getId(), Duration.ofHours((long) hours(now) - hours(earlier)));
        }
    }

    private static int hours(JumpCloudConfig config) {
        return config.signIn().outageHours();
    }

    /** What decides whose passwords they are, who is let in, and who is asked. */
    private static List<Object> place(JumpCloudConfig config) {
        ConnectionSettings connection = config.connection();
        return List.of(
                config.organizationId(),
                config.users(),
                connection.servers(),
                connection.authenticationServers(),
                connection.startTls(),
                connection.verifyCertificates());
    }

    private static @Nullable JumpCloudConfig config(ComponentModel model) {
        try {
            return ConfigReader.read(model.getConfig(), secret -> secret);
        } catch (IllegalArgumentException e) {
            // Nobody can sign in with it anyway.
            return null;
        }
    }
}
