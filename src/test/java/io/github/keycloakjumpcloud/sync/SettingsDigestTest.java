package io.github.keycloakjumpcloud.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.IdAttribute;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsDigestTest {

    private static String with(String key, String... values) {
        Map<String, List<String>> settings = new HashMap<>(Map.of(
                "organizationId", List.of("5f0000000000000000000001"),
                "bindDn", List.of("ldapreader"),
                "bindCredential", List.of("secret")));
        settings.put(key, List.of(values));
        return SettingsDigest.of(ConfigReader.read(settings, secret -> secret), IdAttribute.UID_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "connectionUrl, ldaps://ldap.example.com",
        "bindDn, otherreader",
        "organizationId, 5f0000000000000000000002",
        "usersDn, 'ou=people,o=5f0000000000000000000001,dc=jumpcloud,dc=com'",
        "groupsDn, 'ou=groups,o=5f0000000000000000000001,dc=jumpcloud,dc=com'",
        "userObjectClass, person",
        "usernameLDAPAttribute, mail",
        "customUserSearchFilter, (mail=*)",
        "userGroups, Staff",
        "groupsEnabled, false",
        "groupObjectClass, posixGroup",
        "groupNameLDAPAttribute, ou",
        "groupNames, eng-*",
        "groupsPath, /JumpCloud",
        "membershipSource, member"
    })
    @DisplayName("what decides who is found changes it")
    void matters(String key, String value) {
        assertThat(with(key, value)).isNotEqualTo(with("trustEmail", "false"));
    }

    @ParameterizedTest
    @CsvSource({
        "bindCredential, other",
        "trustEmail, true",
        "removedUsers, keep",
        "removalLimitPercent, 3",
        "dryRun, true",
        "connectionTimeout, 1200",
        "batchSizeForSync, 7",
        "userObjectClass, INETORGPERSON",
        "usernameLDAPAttribute, UID",
        "groupNameLDAPAttribute, CN"
    })
    @DisplayName("nothing else does, and no other spelling of the same")
    void doesNotMatter(String key, String value) {
        assertThat(with(key, value)).isEqualTo(with("trustEmail", "false"));
    }

    @Test
    @DisplayName("lists are sets, and their borders count")
    void lists() {
        assertThat(with("userGroups", "a", "b")).isEqualTo(with("userGroups", "b", "a"));
        assertThat(with("groupNames", "a", "b")).isEqualTo(with("groupNames", "b", "a"));
        assertThat(with("userGroups", "a", "b")).isNotEqualTo(with("userGroups", "ab"));
        assertThat(with("userGroups", "a")).isNotEqualTo(with("groupNames", "a"));
    }

    @Test
    @DisplayName("the root path changes it, even where everything below is given in full")
    void root() {
        JumpCloudConfig config = ConfigReader.read(
                Map.of(
                        "organizationId", List.of("5f0000000000000000000001"),
                        "bindDn", List.of("ldapreader"),
                        "bindCredential", List.of("secret")),
                secret -> secret);
        JumpCloudConfig elsewhere = new JumpCloudConfig(
                config.organizationId(),
                "dc=example,dc=com",
                config.connection(),
                config.users(),
                config.groups(),
                config.removal(),
                config.signIn(),
                config.importEnabled(),
                config.welcomeEmail(),
                config.testConnectionOnSave(),
                config.batchSize());

        assertThat(SettingsDigest.of(elsewhere, IdAttribute.UID_NUMBER))
                .isNotEqualTo(SettingsDigest.of(config, IdAttribute.UID_NUMBER));
    }

    @Test
    @DisplayName("the attribute that identities come from changes it")
    void identity() {
        Map<String, List<String>> settings = Map.of(
                "organizationId", List.of("5f0000000000000000000001"),
                "bindDn", List.of("ldapreader"),
                "bindCredential", List.of("secret"));

        assertThat(SettingsDigest.of(ConfigReader.read(settings, secret -> secret), IdAttribute.ENTRY_UUID))
                .isNotEqualTo(with("trustEmail", "false"))
                .matches("[0-9a-f]{64}");
    }
}
