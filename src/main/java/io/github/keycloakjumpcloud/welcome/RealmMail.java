package io.github.keycloakjumpcloud.welcome;

import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether a realm can send mails, as far as its settings tell. */
public final class RealmMail {

    private static final Logger LOG = Logger.getLogger(RealmMail.class);

    private RealmMail() {}

    /** Whether the realm has a mail server and a sender that Keycloak takes; the server is not asked. */
    public static boolean isSetUp(KeycloakSession session, RealmModel realm) {
        Map<String, String> settings = realm.getSmtpConfig();
        if (settings == null || settings.getOrDefault("host", "").isBlank()) {
            return false;
        }
        try {
            session.getProvider(EmailSenderProvider.class).validate(settings);
            return true;
        } catch (EmailException e) {
            LOG.debugf("The realm's mail settings are not valid: %s", e.getMessage());
            return false;
        }
    }
}
