package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.Typed.BASE;
import static io.github.keycloakjumpcloud.config.Typed.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.dn.DistinguishedName;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and paths in the directory, typed in whole or in part. */
class ConfigReaderDnTest {

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
}
