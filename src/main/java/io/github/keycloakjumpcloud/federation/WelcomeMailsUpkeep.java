package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.config.ConfigKeys;
import io.github.keycloakjumpcloud.store.StoredMails;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Gives up welcome mails that are no longer wanted. Thread-safe. */
final class WelcomeMailsUpkeep {

    private WelcomeMailsUpkeep() {}

    /** Follows removals of realms from now on. */
    static void begin(KeycloakSessionFactory sessions) {
        sessions.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                StoredMails.removeRealm(
                        removed.getKeycloakSession(), removed.getRealm().getId());
            }
        });
    }

    /** After a change of settings: while the option is off nothing waits for it to be on again. */
    static void changed(KeycloakSession session, ComponentModel now) {
        if (!Boolean.parseBoolean(now.getConfig().getFirst(ConfigKeys.WELCOME_EMAIL))) {
            StoredMails.giveUp(session, now.getId());
        }
    }
}
