package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.InvalidValueException.label;
import static io.github.keycloakjumpcloud.config.InvalidValueException.quoted;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How users are found and imported. */
record UserFields(ConfigValues values) implements Fields {

    static final String DEFAULT_OBJECT_CLASS = "inetOrgPerson";
    static final String DEFAULT_USERNAME = "uid";
    static final String DEFAULT_EMAIL = "mail";
    static final int DEFAULT_BATCH = 1_000;

    @Override
    public List<Supplier<?>> readers() {
        return List.of(
                this::objectClass,
                this::usernameAttribute,
                this::emailAttribute,
                this::idAttribute,
                this::userGroups,
                this::importBindUser,
                this::trustEmail,
                this::importEnabled,
                this::welcomeEmail,
                this::testConnectionOnSave,
                this::batchSize);
    }

    String objectClass() {
        return LdapAttribute.name(values, ConfigKeys.USER_OBJECT_CLASS, DEFAULT_OBJECT_CLASS);
    }

    String usernameAttribute() {
        return LdapAttribute.name(values, ConfigKeys.USERNAME_LDAP_ATTRIBUTE, DEFAULT_USERNAME);
    }

    String emailAttribute() {
        return LdapAttribute.name(values, ConfigKeys.EMAIL_LDAP_ATTRIBUTE, DEFAULT_EMAIL);
    }

    /** The configured one, or what {@code auto} came to when the directory was first seen. */
    IdAttribute idAttribute() {
        IdAttribute chosen = idAttribute(ConfigKeys.UUID_LDAP_ATTRIBUTE);
        return chosen == IdAttribute.AUTO ? idAttribute(ConfigKeys.RESOLVED_ID_ATTRIBUTE) : chosen;
    }

    /** A filter without its outer parentheses is understood: many products and manuals leave them out. */
    Optional<String> customFilter() {
        return values.text(ConfigKeys.CUSTOM_USER_SEARCH_FILTER)
                .map(filter -> filter.startsWith("(") ? filter : "(" + filter + ")");
    }

    List<String> userGroups() {
        return GroupNames.read(values, ConfigKeys.USER_GROUPS, false);
    }

    boolean importBindUser() {
        return values.flag(ConfigKeys.IMPORT_BIND_USER, false);
    }

    boolean trustEmail() {
        return values.flag(ConfigKeys.TRUST_EMAIL, false);
    }

    boolean importEnabled() {
        return values.flag(ConfigKeys.IMPORT_ENABLED, true);
    }

    boolean welcomeEmail() {
        return values.flag(ConfigKeys.WELCOME_EMAIL, false);
    }

    boolean testConnectionOnSave() {
        return values.flag(ConfigKeys.TEST_CONNECTION_ON_SAVE, true);
    }

    int batchSize() {
        return values.number(ConfigKeys.BATCH_SIZE_FOR_SYNC, DEFAULT_BATCH, 1, 10_000);
    }

    private IdAttribute idAttribute(String key) {
        String value = values.text(key, IdAttribute.AUTO.ldapName());
        return IdAttribute.of(value)
                .orElseThrow(() -> new InvalidValueException(
                        "jumpcloud.config.notOneOf",
                        label(ConfigKeys.UUID_LDAP_ATTRIBUTE),
                        quoted(value),
                        Arrays.stream(IdAttribute.values())
                                .map(IdAttribute::ldapName)
                                .collect(Collectors.joining(", "))));
    }
}
