package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.i18n.Sentence;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminRoot;

/**
 * Puts sentences into the caller's language, from the same bundles and with the realm's own texts, as Keycloak's admin REST does with validation
 * errors.
 */
record Translation(Properties messages) {

    /** Into this language, as a tag. */
    static Translation of(KeycloakSession session, RealmModel realm, String language) {
        return new Translation(AdminRoot.getMessages(session, realm, language, "admin-messages", "messages"));
    }

    /** Arguments that are message keys are replaced by that message. */
    String text(Sentence sentence) {
        Object[] shown = sentence.args().stream()
                // Only keys of ours: a user may be called like some text of the console.
                .map(arg -> arg.startsWith("jumpcloud.") ? messages.getProperty(arg, arg) : arg)
                .toArray();
        String pattern = messages.getProperty(sentence.key(), sentence.key());
        return new MessageFormat(pattern, Locale.ROOT).format(shown);
    }
}
