package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.Typed.OTHER_ORG;

import java.util.List;
import java.util.stream.Stream;

/** Configurations with exactly one thing wrong, and the problem that must be reported. Every sentence of the validation occurs here. */
record BrokenConfigs(String problem, Typed typed) {

    static Stream<BrokenConfigs> all() {
        return Stream.of(
                        texts("notBoolean", ConfigKeys.START_TLS, "on"),
                        texts("notBoolean", ConfigKeys.GROUPS_ENABLED, "yes"),
                        texts(
                                "notInRange",
                                ConfigKeys.CONNECTION_TIMEOUT,
                                "99",
                                "120001",
                                "-1",
                                "1.5",
                                "soon",
                                "99999999999"),
                        texts("notInRange", ConfigKeys.AUTHENTICATION_TIMEOUT, "0", "120001"),
                        texts("notInRange", ConfigKeys.LOGIN_REFRESH_SECONDS, "-2", "2592001"),
                        texts("notInRange", ConfigKeys.OUTAGE_LOGIN_HOURS, "-1", "169", "a day"),
                        texts("notInRange", ConfigKeys.CONNECTION_POOL_SIZE, "0", "201"),
                        texts("notInRange", ConfigKeys.BATCH_SIZE_FOR_SYNC, "0", "10001"),
                        texts("notOneOf", ConfigKeys.REMOVED_USERS, "remove"),
                        texts("notInRange", ConfigKeys.DELETE_AFTER_DAYS, "-1", "soon"),
                        texts("notInRange", ConfigKeys.REMOVAL_LIMIT_PERCENT, "-1", "101"),
                        texts("notInRange", ConfigKeys.REMOVAL_LIMIT_MINIMUM, "-1"),
                        texts("notBoolean", ConfigKeys.DRY_RUN, "on"),
                        texts("lookupTooLong", ConfigKeys.READ_TIMEOUT, "2000", "120000"),
                        texts("notOneOf", ConfigKeys.UUID_LDAP_ATTRIBUTE, "objectGUID"),
                        texts("notOneOf", ConfigKeys.MEMBERSHIP_SOURCE, "memberUid"),
                        texts("organizationIdMissing", ConfigKeys.ORGANIZATION_ID, "", "  "),
                        texts("organizationIdInvalid", ConfigKeys.ORGANIZATION_ID, "acme", Typed.ORG + "0", "o=acme"),
                        texts("bindDnMissing", ConfigKeys.BIND_DN, "", " "),
                        texts(
                                "bindDnInvalid",
                                ConfigKeys.BIND_DN,
                                "uid=",
                                "uid=a,,ou=Users",
                                "=ldapreader",
                                "uid=a,ou"),
                        texts(
                                "bindDnOutside",
                                ConfigKeys.BIND_DN,
                                "cn=admin,dc=example,dc=org",
                                "uid=a,ou=Users,dc=jumpcloud,dc=com"),
                        texts(
                                "otherOrganization",
                                ConfigKeys.BIND_DN,
                                "uid=a,ou=Users,o=" + OTHER_ORG + ",dc=JumpCloud,dc=com",
                                "uid=a,ou=Users,o=" + OTHER_ORG),
                        texts(
                                "otherOrganization",
                                ConfigKeys.USERS_DN,
                                "ou=Users,o=" + OTHER_ORG,
                                "o=[organisation id]"),
                        texts("otherOrganization", ConfigKeys.BASE_DN, "o=" + OTHER_ORG + ",dc=jumpcloud,dc=com"),
                        texts("bindCredentialMissing", ConfigKeys.BIND_CREDENTIAL, "", " ", ReaderFields.MASK),
                        texts("urlInvalid", ConfigKeys.CONNECTION_URL, "ldaps://", "a.test ldaps://b.test/dc=com"),
                        texts("urlIsWeb", ConfigKeys.CONNECTION_URL, "https://console.jumpcloud.com"),
                        texts("urlSchemeUnknown", ConfigKeys.CONNECTION_URL, "ftp://ldap.jumpcloud.com"),
                        texts("urlSchemeMissing", ConfigKeys.CONNECTION_URL, "ldap.jumpcloud.com:389"),
                        texts("urlPortInvalid", ConfigKeys.CONNECTION_URL, "ldap.jumpcloud.com:66636"),
                        texts("startTlsWithLdaps", ConfigKeys.START_TLS, "true"),
                        texts("dnInvalid", ConfigKeys.BASE_DN, "Users", "ou=,,"),
                        texts("dnInvalid", ConfigKeys.GROUPS_DN, "Users"),
                        texts(
                                "dnOutsideBase",
                                ConfigKeys.USERS_DN,
                                "ou=Users,dc=example,dc=org",
                                "dc=jumpcloud,dc=com"),
                        texts("filterInvalid", ConfigKeys.CUSTOM_USER_SEARCH_FILTER, "(broken"),
                        texts("attributeNameInvalid", ConfigKeys.USER_OBJECT_CLASS, "inetOrgPerson, person"),
                        texts("attributeNameInvalid", ConfigKeys.USERNAME_LDAP_ATTRIBUTE, "user name", "(uid)"),
                        texts("attributeNameInvalid", ConfigKeys.ATTRIBUTE_MAPPINGS, row("job title", "x")),
                        texts("attributeSecret", ConfigKeys.EMAIL_LDAP_ATTRIBUTE, "userPassword"),
                        texts(
                                "attributeSecret",
                                ConfigKeys.ATTRIBUTE_MAPPINGS,
                                row("sambaNTPassword", "x"),
                                row("USERPASSWORD", "x"),
                                row("keynHash", "x"),
                                row("ntPasswordSHA", "x"),
                                row("userPassword;binary", "x")),
                        texts("mappingsUnreadable", ConfigKeys.ATTRIBUTE_MAPPINGS, "[{\"key\":", "{"),
                        texts(
                                "mappingIncomplete",
                                ConfigKeys.ATTRIBUTE_MAPPINGS,
                                row("title", " "),
                                row("", "job"),
                                "title",
                                "[1]"),
                        texts(
                                "mappingReserved",
                                ConfigKeys.ATTRIBUTE_MAPPINGS,
                                row("cn", "username"),
                                row("cn", "EMAIL"),
                                row("cn", "firstName"),
                                row("cn", "lastName"),
                                row("cn", "enabled"),
                                row("cn", "LDAP_ID"),
                                row("cn", "ldap_entry_dn"),
                                row("cn", "jumpcloud.state")),
                        texts("mappingSourceTwice", ConfigKeys.ATTRIBUTE_MAPPINGS, "title=a##Title=b"),
                        texts("mappingTargetTwice", ConfigKeys.ATTRIBUTE_MAPPINGS, "title=a##l=a"),
                        texts("groupNameBlank", ConfigKeys.USER_GROUPS, "a####b", "##"),
                        texts("groupNameControl", ConfigKeys.USER_GROUPS, "a\nb"),
                        texts("groupNameIsDn", ConfigKeys.USER_GROUPS, "cn=eng,ou=Users," + Typed.BASE),
                        texts("groupNameIsPattern", ConfigKeys.USER_GROUPS, "eng-*"),
                        texts("groupNameIsRegex", ConfigKeys.GROUP_NAMES, "eng-.*", "^eng", "eng$"),
                        texts("groupNameIsMemberOf", ConfigKeys.GROUP_NAME_LDAP_ATTRIBUTE, "memberOf", "MEMBEROF"),
                        texts("groupsPathInvalid", ConfigKeys.GROUPS_PATH, "JumpCloud", "/a//b", "//"))
                .flatMap(List::stream);
    }

    private static List<BrokenConfigs> texts(String problem, String key, String... texts) {
        return Stream.of(texts)
                .map(text -> new BrokenConfigs(
                        "jumpcloud.config." + problem, Typed.minimum().with(key, text)))
                .toList();
    }

    private static String row(String key, String value) {
        return "[{\"key\":\"" + key + "\",\"value\":\"" + value + "\"}]";
    }
}
