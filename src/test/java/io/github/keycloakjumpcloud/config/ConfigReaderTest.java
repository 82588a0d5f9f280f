package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.Typed.BASE;
import static io.github.keycloakjumpcloud.config.Typed.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

    @Test
    void threeFieldsAreEnough() {
        JumpCloudConfig config = Typed.minimum().read();

        assertThat(config.organizationId()).isEqualTo(ORG);
        assertThat(config.baseDn()).isEqualTo(BASE);
        assertThat(config.connection())
                .isEqualTo(new ConnectionSettings(
                        List.of(new ServerAddress(true, "ldap.jumpcloud.com", 636)),
                        List.of(new ServerAddress(true, "ldap.jumpcloud.com", 636)),
                        false,
                        false,
                        true,
                        "uid=ldapreader,ou=Users," + BASE,
                        Typed.CREDENTIAL,
                        Duration.ofMillis(1000),
                        Duration.ofMillis(1500),
                        Duration.ofSeconds(5),
                        10));
        assertThat(config.users())
                .isEqualTo(new UserSettings(
                        "ou=Users," + BASE,
                        "inetOrgPerson",
                        "uid",
                        "mail",
                        IdAttribute.AUTO,
                        null,
                        List.of(),
                        DefaultMappings.TABLE,
                        false,
                        false));
        assertThat(config.groups())
                .isEqualTo(new GroupSettings(
                        true, "ou=Users," + BASE, "groupOfNames", "cn", List.of(), "/", MembershipSource.AUTO));
        assertThat(config.removal()).isEqualTo(new RemovalSettings(RemovedUsers.DISABLE, 0, 20, 10, false));
        assertThat(config.importEnabled()).isTrue();
        assertThat(config.testConnectionOnSave()).isTrue();
        assertThat(config.batchSize()).isEqualTo(1000);
    }

    @Test
    void readsWhatMayBeRemoved() {
        JumpCloudConfig config = Typed.minimum()
                .with(ConfigKeys.REMOVED_USERS, "Delete")
                .with(ConfigKeys.DELETE_AFTER_DAYS, "30")
                .with(ConfigKeys.REMOVAL_LIMIT_PERCENT, "100")
                .with(ConfigKeys.REMOVAL_LIMIT_MINIMUM, "0")
                .with(ConfigKeys.DRY_RUN, "true")
                .read();

        assertThat(config.removal()).isEqualTo(new RemovalSettings(RemovedUsers.DELETE, 30, 100, 0, true));
    }

    @Test
    void takesBitwardensSettingsAsTheyAreTyped() {
        JumpCloudConfig config = new Typed()
                .with(ConfigKeys.CONNECTION_URL, "ldap.jumpcloud.com")
                .with(ConfigKeys.BASE_DN, BASE)
                .with(ConfigKeys.VERIFY_CERTIFICATES, "false")
                .with(ConfigKeys.BIND_DN, "uid=admin,ou=Users,o=" + ORG + ",dc=JumpCloud,dc=com")
                .with(ConfigKeys.BIND_CREDENTIAL, "pw")
                .with(ConfigKeys.USERS_DN, "ou=Users,o=" + ORG)
                .with(ConfigKeys.GROUPS_DN, "o=" + ORG)
                .with(ConfigKeys.USER_OBJECT_CLASS, "inetOrgPerson")
                .with(ConfigKeys.EMAIL_LDAP_ATTRIBUTE, "mail")
                .with(ConfigKeys.GROUP_OBJECT_CLASS, "groupOfNames")
                .read();

        assertThat(config.organizationId()).isEqualTo(ORG);
        assertThat(config.connection().servers()).containsExactly(new ServerAddress(true, "ldap.jumpcloud.com", 636));
        assertThat(config.connection().verifyCertificates()).isFalse();
        assertThat(config.connection().bindDn()).isEqualTo("uid=admin,ou=Users,o=" + ORG + ",dc=JumpCloud,dc=com");
        assertThat(config.users().usersDn()).isEqualTo("ou=Users," + BASE);
        assertThat(config.groups().groupsDn()).isEqualTo(BASE);
    }

    @Test
    void takesWayksSettingsAsTheyAreTyped() {
        String wayk = "OU=Users,O=" + ORG.toUpperCase(Locale.ROOT) + ",DC=jumpcloud,DC=com";
        JumpCloudConfig config = Typed.minimum()
                .with(ConfigKeys.CONNECTION_URL, "ldaps://ldap.jumpcloud.com:636")
                .with(ConfigKeys.BIND_DN, "UID=admin," + wayk)
                .with(ConfigKeys.BASE_DN, wayk)
                .with(ConfigKeys.USER_GROUPS, "wayk-users")
                .read();

        assertThat(config.connection().bindDn()).isEqualTo("UID=admin," + wayk);
        assertThat(DistinguishedName.keyOf(config.baseDn())).isEqualTo(DistinguishedName.keyOf(BASE));
        assertThat(config.users().usersDn()).isEqualTo(wayk);
        assertThat(config.groups().groupsDn()).isEqualTo(wayk);
        assertThat(config.users().userGroups()).containsExactly("wayk-users");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.test b.test",
                "a.test,b.test",
                "a.test , b.test",
                "a.test##b.test",
                "a.test\nb.test",
                "a.test b.test A.TEST:636"
            })
    void severalServersMayStandInOneText(String text) {
        assertThat(Typed.minimum()
                        .with(ConfigKeys.CONNECTION_URL, text)
                        .read()
                        .connection()
                        .servers())
                .containsExactly(new ServerAddress(true, "a.test", 636), new ServerAddress(true, "b.test", 636));
    }

    @Test
    void severalServersMayBeSeveralValues() {
        assertThat(Typed.minimum()
                        .with(ConfigKeys.CONNECTION_URL, "ldap://a.test", "", "b.test")
                        .read()
                        .connection()
                        .servers())
                .containsExactly(new ServerAddress(false, "a.test", 389), new ServerAddress(true, "b.test", 636));
    }

    @ParameterizedTest
    @CsvSource({
        "ldap-mfa.jumpcloud.com, , 65000",
        "LDAP-MFA.jumpcloud.com, , 65000",
        "ldap-mfa.jumpcloud.com, 70000, 70000",
        "ldap.jumpcloud.com ldap-mfa.jumpcloud.com, , 5000",
    })
    void waitsForPushesOnlyWhereTheyCome(String servers, String typed, long millis) {
        Typed values = Typed.minimum().with(ConfigKeys.CONNECTION_URL, servers);
        if (typed != null) {
            values.with(ConfigKeys.AUTHENTICATION_TIMEOUT, typed);
        }
        assertThat(values.read().connection().authenticationTimeout()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void bindsUsersWhereItIsToldTo() {
        ConnectionSettings connection = Typed.minimum()
                .with(ConfigKeys.AUTHENTICATION_URL, "ldap-mfa.jumpcloud.com")
                .read()
                .connection();

        assertThat(connection.servers()).containsExactly(new ServerAddress(true, "ldap.jumpcloud.com", 636));
        assertThat(connection.authenticationServers())
                .containsExactly(new ServerAddress(true, "ldap-mfa.jumpcloud.com", 636));
        assertThat(connection.secondFactor()).isTrue();
        assertThat(connection.authenticationTimeout()).isEqualTo(Duration.ofSeconds(65));
        assertThat(connection.signInsAtOnce()).isEqualTo(250);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "10, 50", "50, 250", "51, 250", "200, 250"})
    void manySignInsNeedMoreConnectionsThanSearches(String poolSize, int signIns) {
        ConnectionSettings connection = Typed.minimum()
                .with(ConfigKeys.CONNECTION_POOL_SIZE, poolSize)
                .read()
                .connection();

        assertThat(connection.signInsAtOnce()).isEqualTo(signIns);
    }

    @Test
    void theVaultSeesThePasswordAndNothingElse() {
        JumpCloudConfig config = ConfigReader.read(
                Typed.minimum()
                        .with(ConfigKeys.BIND_CREDENTIAL, "${vault.reader}")
                        .values(),
                value -> value.equals("${vault.reader}") ? "from the vault" : "unexpected");
        assertThat(config.connection().bindCredential()).isEqualTo("from the vault");
        assertThat(config.toString()).doesNotContain("from the vault");
    }

    @ParameterizedTest
    @CsvSource({"auto, , AUTO", "auto, uidNumber, UID_NUMBER", "UID, uidNumber, UID", ", entryuuid, ENTRY_UUID"})
    void aResolvedIdentityStays(String chosen, String resolved, IdAttribute expected) {
        Typed typed = Typed.minimum();
        if (chosen != null) {
            typed.with(ConfigKeys.UUID_LDAP_ATTRIBUTE, chosen);
        }
        if (resolved != null) {
            typed.with(ConfigKeys.RESOLVED_ID_ATTRIBUTE, resolved);
        }
        assertThat(typed.read().users().idAttribute()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"key\":\"title\",\"value\":\"job\"},{\"key\":\"l\",\"value\":\"town\"}]",
                "[{\"value\":\" job \",\"key\":\" title \"},{\"key\":\"l\",\"value\":\"town\"}]",
                "{\"title\":\"job\",\"l\":\"town\"}",
                "title=job##l=town",
            })
    void readsTablesInEveryForm(String text) {
        assertThat(Typed.minimum()
                        .with(ConfigKeys.ATTRIBUTE_MAPPINGS, text)
                        .read()
                        .users()
                        .attributeMappings())
                .isEqualTo(Map.of("title", "job", "l", "town"));
    }

    @Test
    void anEmptyTableMapsNothing() {
        assertThat(Typed.minimum()
                        .with(ConfigKeys.ATTRIBUTE_MAPPINGS, "[]")
                        .read()
                        .users()
                        .attributeMappings())
                .isEmpty();
        assertThat(Typed.minimum()
                        .with(ConfigKeys.ATTRIBUTE_MAPPINGS, "")
                        .read()
                        .users()
                        .attributeMappings())
                .isEqualTo(DefaultMappings.TABLE)
                .hasSize(18);
    }

    @Test
    void everySpellingOfAFlagIsRead() {
        for (String yes : Arrays.asList("true", "TRUE", " True ")) {
            assertThat(Typed.minimum()
                            .with(ConfigKeys.TRUST_EMAIL, yes)
                            .read()
                            .users()
                            .trustEmail())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"(title=x), (title=x)", "title=x, (title=x)", "'&(a=b)(c=d)', (&(a=b)(c=d))", "' ', "})
    void filtersMayLackParentheses(String typed, String filter) {
        assertThat(Typed.minimum()
                        .with(ConfigKeys.CUSTOM_USER_SEARCH_FILTER, typed)
                        .read()
                        .users()
                        .customFilter())
                .isEqualTo(filter);
    }

    @ParameterizedTest
    @CsvSource({"/, /", "/JumpCloud, /JumpCloud", "/a/b/, /a/b", "' ', /"})
    void groupPathsLoseTheLastSlash(String typed, String path) {
        assertThat(Typed.minimum()
                        .with(ConfigKeys.GROUPS_PATH, typed)
                        .read()
                        .groups()
                        .path())
                .isEqualTo(path);
    }

    @Test
    void whatCannotBeReadIsToldInASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Typed.minimum().with(ConfigKeys.ORGANIZATION_ID, "acme").read())
                .withMessageStartingWith("JumpCloud organization ID: “acme” is not an organization ID")
                .withMessageContaining("Admin Portal");
    }
}
