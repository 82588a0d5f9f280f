package io.github.keycloakjumpcloud.config;

/**
 * Names of the component's configuration values. They are public: realm exports and scripts contain them. Where Keycloak's built-in LDAP
 * provider has the same setting, it has the same name.
 */
public final class ConfigKeys {

    public static final String ORGANIZATION_ID = "organizationId";
    public static final String BIND_DN = "bindDn";
    public static final String BIND_CREDENTIAL = "bindCredential";
    public static final String CONNECTION_URL = "connectionUrl";
    public static final String AUTHENTICATION_URL = "authenticationUrl";
    public static final String START_TLS = "startTls";
    public static final String VERIFY_CERTIFICATES = "verifyCertificates";
    public static final String BASE_DN = "baseDn";
    public static final String USERS_DN = "usersDn";
    public static final String USER_OBJECT_CLASS = "userObjectClass";
    public static final String USERNAME_LDAP_ATTRIBUTE = "usernameLDAPAttribute";
    public static final String EMAIL_LDAP_ATTRIBUTE = "emailLDAPAttribute";
    public static final String UUID_LDAP_ATTRIBUTE = "uuidLDAPAttribute";
    public static final String CUSTOM_USER_SEARCH_FILTER = "customUserSearchFilter";
    public static final String USER_GROUPS = "userGroups";
    public static final String ATTRIBUTE_MAPPINGS = "attributeMappings";
    public static final String IMPORT_BIND_USER = "importBindUser";
    public static final String TRUST_EMAIL = "trustEmail";
    public static final String IMPORT_ENABLED = "importEnabled";
    public static final String WELCOME_EMAIL = "welcomeEmail";
    public static final String GROUPS_ENABLED = "groupsEnabled";
    public static final String GROUPS_DN = "groupsDn";
    public static final String GROUP_OBJECT_CLASS = "groupObjectClass";
    public static final String GROUP_NAME_LDAP_ATTRIBUTE = "groupNameLDAPAttribute";
    public static final String GROUP_NAMES = "groupNames";
    public static final String GROUPS_PATH = "groupsPath";
    public static final String MEMBERSHIP_SOURCE = "membershipSource";
    public static final String CONNECTION_TIMEOUT = "connectionTimeout";
    public static final String READ_TIMEOUT = "readTimeout";
    public static final String LOGIN_REFRESH_SECONDS = "loginRefreshSeconds";
    public static final String OUTAGE_LOGIN_HOURS = "outageLoginHours";
    public static final String AUTHENTICATION_TIMEOUT = "authenticationTimeout";
    public static final String CONNECTION_POOL_SIZE = "connectionPoolSize";
    public static final String TEST_CONNECTION_ON_SAVE = "testConnectionOnSave";
    public static final String BATCH_SIZE_FOR_SYNC = "batchSizeForSync";
    public static final String REMOVED_USERS = "removedUsers";
    public static final String DELETE_AFTER_DAYS = "deleteAfterDays";
    public static final String REMOVAL_LIMIT_PERCENT = "removalLimitPercent";
    public static final String REMOVAL_LIMIT_MINIMUM = "removalLimitMinimum";
    public static final String DRY_RUN = "dryRun";

    /**
     * What {@code uuidLDAPAttribute=auto} came to when the directory was first seen. Not in the console: the provider writes it, so that the
     * choice cannot flip later.
     */
    public static final String RESOLVED_ID_ATTRIBUTE = "resolvedUuidLDAPAttribute";

    private ConfigKeys() {}
}
