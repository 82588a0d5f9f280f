package io.github.keycloakjumpcloud.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads a component's configuration values into {@link JumpCloudConfig}. Stateless and thread-safe. */
public final class ConfigReader {

    private ConfigReader() {}

    /**
     * Reads the configuration, applying defaults and deriving what was left out.
     *
     * @param values configuration values as the component holds them (Keycloak's {@code MultivaluedHashMap} is such a map); not changed
     * @param vault resolves {@code ${vault.…}} expressions in the reader's password; gives back anything else as it is
     * @return the configuration; its id attribute is {@link IdAttribute#AUTO} only where {@code auto} has not been resolved yet
     * @throws IllegalArgumentException with an English sentence, where a value is missing or invalid, which validation rules out for saved
     *     components
     */
    public static JumpCloudConfig read(Map<String, List<String>> values, UnaryOperator<String> vault) {
        FormFields form = FormFields.of(values);
        return new JumpCloudConfig(
                form.organization().id(),
                form.tree().base().toString(),
                connection(form, vault),
                users(form),
                groups(form),
                form.removal().settings(),
                form.signIn().settings(),
                form.users().importEnabled(),
                form.users().welcomeEmail(),
                form.users().testConnectionOnSave(),
                form.users().batchSize());
    }

    private static ConnectionSettings connection(FormFields form, UnaryOperator<String> vault) {
        ConnectionFields connection = form.connection();
        return new ConnectionSettings(
                connection.servers(),
                connection.authenticationServers(),
                connection.asksSecondFactor(),
                connection.startTls(),
                connection.verifyCertificates(),
                form.reader().bindDn(),
                vault.apply(form.reader().bindCredential()),
                Duration.ofMillis(connection.connectionTimeout()),
                Duration.ofMillis(connection.readTimeout()),
                Duration.ofMillis(connection.authenticationTimeout()),
                connection.poolSize());
    }

    private static UserSettings users(FormFields form) {
        UserFields users = form.users();
        return new UserSettings(
                form.tree().searchBase(ConfigKeys.USERS_DN),
                users.objectClass(),
                users.usernameAttribute(),
                users.emailAttribute(),
                users.idAttribute(),
                users.customFilter().orElse(null),
                users.userGroups(),
                form.mappings().mappings(),
                users.importBindUser(),
                users.trustEmail());
    }

    private static GroupSettings groups(FormFields form) {
        GroupFields groups = form.groups();
        return new GroupSettings(
                groups.enabled(),
                form.tree().searchBase(ConfigKeys.GROUPS_DN),
                groups.objectClass(),
                groups.nameAttribute(),
                groups.names(),
                groups.path(),
                groups.membershipSource());
    }
}
