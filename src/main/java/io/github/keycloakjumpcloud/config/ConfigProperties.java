package io.github.keycloakjumpcloud.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.provider.ProviderConfigProperty;

/** What the admin console shows on the provider's page. Stateless and thread-safe. */
public final class ConfigProperties {

    private ConfigProperties() {}

    /**
     * The properties in the order of the page: the first four fields are all that a new provider needs. Fields whose value is derived from others
     * have no default here, because the console would store what it shows, and the value would stay when the others change.
     *
     * @return a new list; labels and help texts are message keys
     */
    public static List<ProviderConfigProperty> list() {
        return List.of(
                text(ConfigKeys.ORGANIZATION_ID, null),
                text(ConfigKeys.BIND_DN, null),
                secret(ConfigKeys.BIND_CREDENTIAL),
                text(ConfigKeys.CONNECTION_URL, ConnectionFields.DEFAULT_URL),
                flag(ConfigKeys.START_TLS, false),
                flag(ConfigKeys.VERIFY_CERTIFICATES, true),
                flag(ConfigKeys.TEST_CONNECTION_ON_SAVE, true),
                flag(ConfigKeys.IMPORT_ENABLED, true),
                texts(ConfigKeys.USER_GROUPS, null),
                flag(ConfigKeys.TRUST_EMAIL, false),
                flag(ConfigKeys.IMPORT_BIND_USER, false),
                flag(ConfigKeys.WELCOME_EMAIL, false),
                flag(ConfigKeys.GROUPS_ENABLED, true),
                texts(ConfigKeys.GROUP_NAMES, null),
                text(ConfigKeys.GROUPS_PATH, GroupFields.DEFAULT_PATH),
                choice(
                        ConfigKeys.MEMBERSHIP_SOURCE,
                        Arrays.stream(MembershipSource.values())
                                .map(MembershipSource::value)
                                .toList()),
                choice(
                        ConfigKeys.REMOVED_USERS,
                        Arrays.stream(RemovedUsers.values())
                                .map(RemovedUsers::value)
                                .toList()),
                number(ConfigKeys.DELETE_AFTER_DAYS, 0),
                number(ConfigKeys.REMOVAL_LIMIT_PERCENT, RemovalFields.DEFAULT_PERCENT),
                number(ConfigKeys.REMOVAL_LIMIT_MINIMUM, RemovalFields.DEFAULT_MINIMUM),
                flag(ConfigKeys.DRY_RUN, false),
                text(ConfigKeys.BASE_DN, null),
                text(ConfigKeys.USERS_DN, null),
                text(ConfigKeys.GROUPS_DN, null),
                text(ConfigKeys.USER_OBJECT_CLASS, UserFields.DEFAULT_OBJECT_CLASS),
                text(ConfigKeys.USERNAME_LDAP_ATTRIBUTE, UserFields.DEFAULT_USERNAME),
                text(ConfigKeys.EMAIL_LDAP_ATTRIBUTE, UserFields.DEFAULT_EMAIL),
                choice(
                        ConfigKeys.UUID_LDAP_ATTRIBUTE,
                        Arrays.stream(IdAttribute.values())
                                .map(IdAttribute::ldapName)
                                .toList()),
                text(ConfigKeys.CUSTOM_USER_SEARCH_FILTER, null),
                property(ConfigKeys.ATTRIBUTE_MAPPINGS, ProviderConfigProperty.MAP_TYPE, table(DefaultMappings.TABLE)),
                text(ConfigKeys.GROUP_OBJECT_CLASS, GroupFields.DEFAULT_OBJECT_CLASS),
                text(ConfigKeys.GROUP_NAME_LDAP_ATTRIBUTE, GroupFields.DEFAULT_NAME),
                number(ConfigKeys.CONNECTION_TIMEOUT, ConnectionFields.DEFAULT_CONNECTION_TIMEOUT),
                number(ConfigKeys.READ_TIMEOUT, ConnectionFields.DEFAULT_READ_TIMEOUT),
                text(ConfigKeys.AUTHENTICATION_URL, null),
                number(ConfigKeys.LOGIN_REFRESH_SECONDS, SignInFields.DEFAULT_REFRESH),
                number(ConfigKeys.OUTAGE_LOGIN_HOURS, SignInFields.DEFAULT_OUTAGE_HOURS),
                property(ConfigKeys.AUTHENTICATION_TIMEOUT, ProviderConfigProperty.INTEGER_TYPE, null),
                number(ConfigKeys.CONNECTION_POOL_SIZE, ConnectionFields.DEFAULT_POOL_SIZE),
                number(ConfigKeys.BATCH_SIZE_FOR_SYNC, UserFields.DEFAULT_BATCH));
    }

    private static ProviderConfigProperty text(String key, @Nullable String fallback) {
        return property(key, ProviderConfigProperty.STRING_TYPE, fallback);
    }

    private static ProviderConfigProperty texts(String key, @Nullable String fallback) {
        return property(key, ProviderConfigProperty.MULTIVALUED_STRING_TYPE, fallback);
    }

    private static ProviderConfigProperty secret(String key) {
        ProviderConfigProperty property = property(key, ProviderConfigProperty.PASSWORD, null);
        property.setSecret(true);
        return property;
    }

    private static ProviderConfigProperty flag(String key, boolean fallback) {
        return property(key, ProviderConfigProperty.BOOLEAN_TYPE, Boolean.toString(fallback));
    }

    private static ProviderConfigProperty number(String key, int fallback) {
        return property(key, ProviderConfigProperty.INTEGER_TYPE, Integer.toString(fallback));
    }

    private static ProviderConfigProperty choice(String key, List<String> options) {
        ProviderConfigProperty property = property(key, ProviderConfigProperty.LIST_TYPE, options.get(0));
        property.setOptions(options);
        return property;
    }

    private static ProviderConfigProperty property(String key, String type, @Nullable String fallback) {
        ProviderConfigProperty property = new ProviderConfigProperty();
        property.setName(key);
        property.setLabel("jumpcloud." + key + ".label");
        property.setHelpText("jumpcloud." + key + ".help");
        property.setType(type);
        if (fallback != null) {
            property.setDefaultValue(fallback);
        }
        return property;
    }

    /** The form in which the console keeps tables. */
    private static String table(Map<String, String> rows) {
        return MappingRow.write(rows.entrySet().stream()
                .map(row -> new MappingRow(row.getKey(), row.getValue()))
                .toList());
    }
}
