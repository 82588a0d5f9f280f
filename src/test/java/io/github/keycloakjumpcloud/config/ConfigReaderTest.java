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
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertThat(config.importEnabled()).isTrue();
        assertThat(config.testConnectionOnSave()).isTrue();
        assertThat(config.batchSize()).isEqualTo(1000);
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
    @CsvSource(
            delimiter = '|',
            value = {
                "ldapreader                              | uid=ldapreader,ou=Users,BASE",
                "'  ldapreader '                         | uid=ldapreader,ou=Users,BASE",
                "uid=ldapreader                          | uid=ldapreader,ou=Users,BASE",
                "uid=ldapreader,ou=Users                 | uid=ldapreader,ou=Users,BASE",
                "uid=ldapreader,ou=Users,o=ORG           | uid=ldapreader,ou=Users,BASE",
                "UID=ldapreader,OU=users,O=ORG,DC=JUMPCLOUD,DC=COM | UID=ldapreader,OU=users,O=ORG,DC=JUMPCLOUD,DC=COM",
                "reader@example.com                      | uid=reader@example.com,ou=Users,BASE",
                "'a,b'                                   | 'uid=a\\,b,ou=Users,BASE'",
            })
    void completesTheReadersName(String typed, String dn) {
        assertThat(Typed.minimum()
                        .with(ConfigKeys.BIND_DN, filled(typed))
                        .read()
                        .connection()
                        .bindDn())
                .isEqualTo(filled(dn));
    }

    @Test
    void anyLetterCaseOfADnIsTheSameReader() {
        Random random = new Random(20261122);
        String dn = "uid=ldapreader,ou=Users," + BASE;
        for (int i = 0; i < 200; i++) {
            String typed = randomCase(random, dn);
            String read = Typed.minimum()
                    .with(ConfigKeys.BIND_DN, typed)
                    .read()
                    .connection()
                    .bindDn();
            assertThat(read).isEqualTo(typed);
            assertThat(DistinguishedName.keyOf(read)).isEqualTo(DistinguishedName.keyOf(dn));
        }
    }

    @Test
    void aBareNameSurvivesEscaping() {
        Random random = new Random(7);
        String alphabet = "abcXYZ09 ,+\"\\<>;#/()*äß€.-_@";
        for (int i = 0; i < 500; i++) {
            String name = "x"
                    + random.ints(1 + random.nextInt(12), 0, alphabet.length())
                            .mapToObj(at -> alphabet.substring(at, at + 1))
                            .collect(Collectors.joining())
                    + "x";
            String dn = Typed.minimum()
                    .with(ConfigKeys.BIND_DN, name)
                    .read()
                    .connection()
                    .bindDn();
            DistinguishedName parsed = DistinguishedName.parse(dn).orElseThrow();
            assertThat(parsed.value("uid")).contains(name);
            assertThat(parsed.parent()).hasToString("Optional[ou=Users," + BASE + "]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // root path                | user path          | then root        | then user path
                "                           |                    | BASE             | ou=Users,BASE",
                "BASE                       |                    | BASE             | ou=Users,BASE",
                "o=ORG                      |                    | BASE             | ou=Users,BASE",
                "ou=Users                   |                    | BASE             | ou=Users,BASE",
                "ou=Users,o=ORG             |                    | BASE             | ou=Users,BASE",
                "ou=users,BASE              |                    | BASE             | ou=users,BASE",
                "ou=Users,BASE              | o=ORG              | BASE             | BASE",
                "                           | ou=Users           | BASE             | ou=Users,BASE",
                "                           | ou=Users,o=ORG     | BASE             | ou=Users,BASE",
                "                           | o=ORG              | BASE             | BASE",
                "                           | ou=Users,BASE      | BASE             | ou=Users,BASE",
                "dc=example,dc=org          |                    | dc=example,dc=org | ou=Users,dc=example,dc=org",
                "dc=example,dc=org          | ou=people          | dc=example,dc=org | ou=people,dc=example,dc=org",
                "o=ORG,dc=standin,dc=test   | ou=Users,o=ORG     | o=ORG,dc=standin,dc=test | ou=Users,o=ORG,dc=standin,dc=test",
                "o=acme,dc=example,dc=org   | ou=people          | o=acme,dc=example,dc=org | ou=people,o=acme,dc=example,dc=org",
            })
    void completesPaths(String root, String users, String thenRoot, String thenUsers) {
        Typed typed = Typed.minimum();
        if (root != null) {
            typed.with(ConfigKeys.BASE_DN, filled(root));
        }
        if (users != null) {
            typed.with(ConfigKeys.USERS_DN, filled(users)).with(ConfigKeys.GROUPS_DN, filled(users));
        }
        JumpCloudConfig config = typed.read();

        assertThat(config.baseDn()).isEqualTo(filled(thenRoot));
        assertThat(config.users().usersDn()).isEqualTo(filled(thenUsers));
        assertThat(config.groups().groupsDn()).isEqualTo(filled(thenUsers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORG", " ORG ", "o=ORG", "o=ORG,dc=jumpcloud,dc=com"})
    void recognizesTheOrganization(String typed) {
        for (String letters : List.of(filled(typed), filled(typed).toUpperCase(Locale.ROOT))) {
            assertThat(Typed.minimum()
                            .with(ConfigKeys.ORGANIZATION_ID, letters)
                            .read()
                            .organizationId())
                    .isEqualTo(ORG);
        }
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

    private static String filled(String text) {
        return text.replace("BASE", BASE).replace("ORG", ORG);
    }

    private static String randomCase(Random random, String text) {
        return IntStream.range(0, text.length())
                .mapToObj(i -> random.nextBoolean()
                        ? text.substring(i, i + 1).toUpperCase(Locale.ROOT)
                        : text.substring(i, i + 1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
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
}
