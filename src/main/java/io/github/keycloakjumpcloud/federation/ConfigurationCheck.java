package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.access.Secrets;
import io.github.keycloakjumpcloud.access.Truststore;
import io.github.keycloakjumpcloud.config.BindCredentialRule;
import io.github.keycloakjumpcloud.config.ConfigProblem;
import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.ConfigValidator;
import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.config.ServerOrder;
import io.github.keycloakjumpcloud.config.UserSettings;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ldap.FilterSyntax;
import io.github.keycloakjumpcloud.directory.ldap.LdapConnections;
import io.github.keycloakjumpcloud.directory.ldap.LdapDirectory;
import io.github.keycloakjumpcloud.i18n.EnglishMessages;
import io.github.keycloakjumpcloud.store.ResolvedIdAttribute;
import io.github.keycloakjumpcloud.welcome.RealmMail;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * What happens when a component is saved: every value is checked, a stored password is protected, and the connection is tried.
 *
 * <p>Keycloak also "saves" a component to note the time of a sync and while it imports a realm. The former changes nothing that is checked
 * here; the latter must work without JumpCloud, so a failed trial is only a warning then.
 */
final class ConfigurationCheck {

    private static final Logger LOG = Logger.getLogger(ConfigurationCheck.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ComponentModel model;

    ConfigurationCheck(KeycloakSession session, RealmModel realm, ComponentModel model) {
        this.session = session;
        this.realm = realm;
        this.model = model;
    }

    /**
     * Refuses a configuration that cannot work.
     *
     * @throws ComponentValidationException with the key of a sentence for the administrator
     */
    void run() throws ComponentValidationException {
        ServerOrder.keep(model.getConfig());
        ComponentModel stored = model.getId() == null ? null : realm.getComponent(model.getId());
        boolean enabled = isEnabled(model);
        if (stored != null
                && SettingsOnly.of(stored).equals(SettingsOnly.of(model))
                && (isEnabled(stored) || !enabled)) {
            return;
        }
        boolean usable = true;
        for (ConfigProblem problem : ConfigValidator.validate(model.getConfig(), FilterSyntax::problem)) {
            if (!isMaskedExport(problem)) {
                throw refusal(problem);
            }
            warn(problem.messageKey(), problem.args().toArray());
            usable = false;
        }
        if (!usable) {
            return;
        }
        if (stored != null) {
            ConfigProblem problem = BindCredentialRule.check(stored.getConfig(), model.getConfig())
                    .orElse(null);
            if (problem != null) {
                throw refusal(problem);
            }
        }
        JumpCloudConfig config = read(model);
        if (enabled) {
            requireMailServer(config);
        }
        if (enabled && config.testConnectionOnSave() && concernsDirectory(config, stored)) {
            tryConnection(config);
        }
    }

    /** A realm import may bring the mail server later, and a run says that there is none. */
    private void requireMailServer(JumpCloudConfig config) {
        if (config.welcomeEmail() && AdminRequest.savesComponent(session) && !RealmMail.isSetUp(session, realm)) {
            throw new ComponentValidationException(
                    "jumpcloud.config.mailServerMissing", "jumpcloud.welcomeEmail.label");
        }
    }

    private void tryConnection(JumpCloudConfig config) {
        ProbeOutcome outcome;
        try (LdapConnections connections =
                LdapConnections.open(config.connection(), Truststore.trustManager(session))) {
            outcome = new LdapDirectory(connections, config).probe();
        }
        if (outcome instanceof ProbeOutcome.Usable usable) {
            ResolvedIdAttribute.remember(model, usable.idAttribute());
        } else if (outcome instanceof ProbeOutcome.Broken broken) {
            Problem problem = broken.problem();
            String key = problem.kind().messageKey();
            Object[] details = problem.details().toArray();
            if (AdminRequest.savesComponent(session)) {
                throw new ComponentValidationException(key, details);
            }
            warn(key, details);
        }
    }

    /** A partial export holds no passwords; the realm must come back from it all the same, and the password is typed afterwards. */
    private boolean isMaskedExport(ConfigProblem problem) {
        return !AdminRequest.savesComponent(session) && BindCredentialRule.isMissing(problem);
    }

    private void warn(String key, Object... details) {
        LOG.warnf(
                "%s: imported, although JumpCloud cannot be used as configured: %s",
                model.getName(), EnglishMessages.text(key, details));
    }

    /** Whether anything changed that the trial would see; everything else can be changed while JumpCloud is down. */
    private boolean concernsDirectory(JumpCloudConfig config, @Nullable ComponentModel stored) {
        if (stored == null) {
            return true;
        }
        try {
            JumpCloudConfig before = read(stored);
            return !before.testConnectionOnSave() || !Trial.of(before).equals(Trial.of(config));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** A provider that is off may lack things, so switching it on is a change. */
    private static boolean isEnabled(ComponentModel component) {
        return new UserStorageProviderModel(component).isEnabled();
    }

    /** What the trial depends on. */
    private record Trial(
            ConnectionSettings connection,
            String baseDn,
            String usersDn,
            String objectClass,
            @Nullable String filter,
            IdAttribute idAttribute,
            boolean importBindUser) {

        static Trial of(JumpCloudConfig config) {
            UserSettings users = config.users();
            return new Trial(
                    config.connection(),
                    config.baseDn(),
                    users.usersDn(),
                    users.objectClass(),
                    users.customFilter(),
                    users.idAttribute(),
                    users.importBindUser());
        }
    }

    private JumpCloudConfig read(ComponentModel component) {
        return ConfigReader.read(component.getConfig(), secret -> Secrets.resolve(session, secret));
    }

    private static ComponentValidationException refusal(ConfigProblem problem) {
        return new ComponentValidationException(
                problem.messageKey(), problem.args().toArray());
    }
}
