package io.github.keycloakjumpcloud.welcome;

import io.github.keycloakjumpcloud.store.StoredMails;
import io.github.keycloakjumpcloud.store.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * Sends by Keycloak's own e-mail templates and mail server settings, in a session of its own for each mail. The language is the user's if he has one,
 * else the realm's. Thread-safe.
 */
final class WelcomeMailer implements Mailer {

    private static final Logger LOG = Logger.getLogger(WelcomeMailer.class);

    static final String ASLEEP = "the provider is disabled, and so are its users; the mails wait until it is enabled";

    private static final String SUBJECT = "jumpcloud.mail.subject.label";

    /** In the jar's theme-resources, where Keycloak finds it whatever e-mail theme the realm has. */
    private static final String TEMPLATE = "jumpcloud-welcome.ftl";

    private final Transactions transactions;
    private final String componentId;

    WelcomeMailer(Transactions transactions, String componentId) {
        this.transactions = transactions;
        this.componentId = componentId;
    }

    /** Whether the provider is switched off, so that Keycloak shows all of its users as disabled. */
    static boolean isAsleep(RealmModel realm, String componentId) {
        ComponentModel provider = realm.getComponent(componentId);
        return provider != null && !new UserStorageProviderModel(provider).isEnabled();
    }

    @Override
    public MailOutcome send(String userId) {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return transactions.call((session, realm) -> send(session, realm, userId, begun));
        } catch (RuntimeException e) {
            LOG.warnf("A welcome mail broke off: %s", e.getClass().getName());
            LOG.debugf(e, "Welcome mail to user %s", userId);
            return begun.get()
                    ? new MailOutcome.Failed("Keycloak broke off a mail that may have left; it is not repeated")
                    : new MailOutcome.Unsent("Keycloak could not read whom to write to", false);
        }
    }

    private MailOutcome send(KeycloakSession session, RealmModel realm, String userId, AtomicBoolean begun) {
        if (!StoredMails.areWanted(realm, componentId)) {
            return new MailOutcome.Lapsed();
        }
        if (isAsleep(realm, componentId)) {
            return new MailOutcome.Unsent(ASLEEP, true);
        }
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null
                || !user.isEnabled()
                || user.getEmail() == null
                || user.getEmail().isBlank()) {
            return new MailOutcome.Lapsed();
        }
        Map<String, Object> values = new HashMap<>();
        link(session, realm).ifPresent(link -> values.put("accountLink", link));
        begun.set(true);
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(user)
                    .send(SUBJECT, List.of(), TEMPLATE, values);
            return new MailOutcome.Sent();
        } catch (EmailException e) {
            LOG.debugf(e, "Welcome mail to user %s", userId);
            return MailFaults.judge(e, user.getUsername());
        }
    }

    /** Where the user can sign in to see his account; empty where nobody can, or where the address of this server is only known within a request. */
    private static Optional<String> link(KeycloakSession session, RealmModel realm) {
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        if (account == null || !account.isEnabled()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    RealmsResource.accountUrl(session.getContext().getUri().getBaseUriBuilder())
                            .build(realm.getName())
                            .toString());
        } catch (RuntimeException e) {
            LOG.debugf("No link in welcome mails: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
