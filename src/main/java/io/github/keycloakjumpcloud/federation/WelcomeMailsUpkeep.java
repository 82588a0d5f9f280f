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

    /** After a change of settings: nothing waits while the option is off, nor is there when it is switched on what a run left that was under way. */
    static void changed(KeycloakSession session, ComponentModel old, ComponentModel now) {
        if (!old.get(ConfigKeys.WELCOME_EMAIL, false) || !now.get(ConfigKeys.WELCOME_EMAIL, false)) {
            StoredMails.giveUp(session, now.getId());
        }
    }
}
