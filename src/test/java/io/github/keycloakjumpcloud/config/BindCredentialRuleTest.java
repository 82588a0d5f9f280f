package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.Typed.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindCredentialRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connectionUrl  | ldaps://evil.test:636",
                "connectionUrl  | ldaps://ldap.jumpcloud.com:636 ldaps://evil.test",
                "connectionUrl  | ldap://ldap.jumpcloud.com:636",
                "connectionUrl  | ldaps://ldap.jumpcloud.com:637",
                "connectionUrl  | not a url at all:x",
                "bindDn         | somebody",
                "bindDn         | uid=ldapreader,ou=Users,o=600123456789abcdef012345,dc=jumpcloud,dc=com",
                "organizationId | 600123456789abcdef012345",
            })
    void aStoredPasswordDoesNotTravel(String key, String value) {
        assertThat(asked(Typed.minimum(), Typed.minimum().with(key, value))).isTrue();
        assertThat(asked(
                        Typed.minimum(),
                        Typed.minimum().with(key, value).with(ConfigKeys.BIND_CREDENTIAL, ReaderFields.MASK)))
                .isTrue();
        assertThat(asked(
                        Typed.minimum(),
                        Typed.minimum().with(key, value).with(ConfigKeys.BIND_CREDENTIAL, "typed anew")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap.jumpcloud.com", "LDAPS://LDAP.jumpcloud.com", "ldaps://ldap.jumpcloud.com:636/", " "})
    void anotherSpellingOfTheServerIsNoChange(String url) {
        assertThat(asked(Typed.minimum(), Typed.minimum().with(ConfigKeys.CONNECTION_URL, url)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"uid=ldapreader", "UID=LDAPReader, OU=users, " + BASE, "uid=ldapreader,ou=Users,o=" + Typed.ORG})
    void anotherSpellingOfTheReaderIsNoChange(String bindDn) {
        assertThat(asked(Typed.minimum(), Typed.minimum().with(ConfigKeys.BIND_DN, bindDn)))
                .isFalse();
    }

    @Test
    void otherSettingsMayChange() {
        Typed next = Typed.minimum()
                .with(ConfigKeys.USER_GROUPS, "staff")
                .with(ConfigKeys.USERS_DN, BASE)
                .with(ConfigKeys.READ_TIMEOUT, "900");
        assertThat(asked(Typed.minimum(), next)).isFalse();
    }

    @Test
    void aVaultExpressionIsNoSecret() {
        Typed stored = Typed.minimum().with(ConfigKeys.BIND_CREDENTIAL, "${vault.reader}");
        Typed next = Typed.minimum()
                .with(ConfigKeys.BIND_CREDENTIAL, "${vault.reader}")
                .with(ConfigKeys.BIND_DN, "other");
        assertThat(asked(stored, next)).isFalse();
    }

    @Test
    void whereNothingIsStoredNothingIsAsked() {
        Typed stored = Typed.minimum().without(ConfigKeys.BIND_CREDENTIAL);
        assertThat(asked(stored, Typed.minimum().with(ConfigKeys.BIND_DN, "other")))
                .isFalse();
    }

    @Test
    void theProblemNamesTheFields() {
        assertThat(BindCredentialRule.check(
                        Typed.minimum().values(),
                        Typed.minimum().with(ConfigKeys.BIND_DN, "other").values()))
                .hasValueSatisfying(problem -> assertThat(problem.args())
                        .containsExactly(
                                "jumpcloud.bindCredential.label",
                                "jumpcloud.connectionUrl.label",
                                "jumpcloud.bindDn.label"));
    }

    @Test
    void aTrialSendsWhatIsStoredNowhereElse() {
        Typed stored = Typed.minimum();
        assertThat(refusedTrial(stored, stored, false)).isFalse();
        assertThat(refusedTrial(stored, stored.with(ConfigKeys.USER_GROUPS, "staff"), false))
                .isFalse();
        assertThat(refusedTrial(stored, Typed.minimum().with(ConfigKeys.BIND_DN, "other"), false))
                .isTrue();
        assertThat(refusedTrial(stored, Typed.minimum().with(ConfigKeys.CONNECTION_URL, "ldaps://elsewhere"), false))
                .isTrue();
    }

    @Test
    void aTrialSendsWhatIsStoredWithNoLessProtection() {
        Typed careless = Typed.minimum().with(ConfigKeys.VERIFY_CERTIFICATES, "false");
        assertThat(refusedTrial(Typed.minimum(), careless, false)).isTrue();
        assertThat(refusedTrial(careless, Typed.minimum(), false)).isFalse();
    }

    @Test
    void aTrialSendsATypedPasswordAnywhereButNotWhatAVaultHolds() {
        Typed other = Typed.minimum().with(ConfigKeys.BIND_DN, "other");
        assertThat(refusedTrial(Typed.minimum(), other, true)).isFalse();
        Typed vault = Typed.minimum().with(ConfigKeys.BIND_CREDENTIAL, "${vault.reader}");
        Typed elsewhere = Typed.minimum()
                .with(ConfigKeys.BIND_CREDENTIAL, "${vault.reader}")
                .with(ConfigKeys.BIND_DN, "other");
        assertThat(refusedTrial(vault, elsewhere, true)).isTrue();
        assertThat(refusedTrial(vault, elsewhere, false)).isTrue();
        assertThat(refusedTrial(vault, vault, true)).isFalse();
        assertThat(refusedTrial(Typed.minimum(), vault, true)).isTrue();
        Typed another = Typed.minimum().with(ConfigKeys.BIND_CREDENTIAL, "${vault.other}");
        assertThat(refusedTrial(vault, another, true)).isTrue();
    }

    @Test
    void aVaultExpressionThatIsNotSavedIsToBeSavedFirst() {
        Typed vault = Typed.minimum().with(ConfigKeys.BIND_CREDENTIAL, "${vault.reader}");
        assertThat(BindCredentialRule.checkTrial(Typed.minimum().values(), vault.values(), true))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.messageKey()).isEqualTo("jumpcloud.config.vaultBeforeSave");
                    assertThat(problem.args()).containsExactly("jumpcloud.bindCredential.label");
                });
    }

    private static boolean refusedTrial(Typed stored, Typed next, boolean typed) {
        return BindCredentialRule.checkTrial(stored.values(), next.values(), typed)
                .isPresent();
    }

    private static boolean asked(Typed stored, Typed next) {
        return BindCredentialRule.mustBeTypedAnew(stored.values(), next.values());
    }
}
