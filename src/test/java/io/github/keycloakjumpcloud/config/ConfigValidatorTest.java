package io.github.keycloakjumpcloud.config;

import static io.github.keycloakjumpcloud.config.Typed.BASE;
import static io.github.keycloakjumpcloud.config.Typed.OTHER_ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.keycloakjumpcloud.i18n.EnglishMessages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigValidatorTest {

    @ParameterizedTest
    @MethodSource("io.github.keycloakjumpcloud.config.BrokenConfigs#all")
    void reportsTheOneThingThatIsWrong(BrokenConfigs broken) {
        List<ConfigProblem> problems = validate(broken.typed());

        assertThat(problems).extracting(ConfigProblem::messageKey).containsExactly(broken.problem());
        String sentence = EnglishMessages.text(
                problems.get(0).messageKey(), problems.get(0).args().toArray());
        assertThat(sentence)
                .doesNotContain("jumpcloud.config.", ".label", "{0}", "{1}", "{2}")
                .endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("io.github.keycloakjumpcloud.config.BrokenConfigs#all")
    void whatValidationRefusesCannotBeRead(BrokenConfigs broken) {
        if (broken.problem().endsWith(".filterInvalid")) {
            return; // Only an LDAP library can tell, and reading has none.
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> broken.typed().read())
                .withMessage(EnglishMessages.text(
                        broken.problem(), validate(broken.typed()).get(0).args().toArray()));
    }

    @ParameterizedTest
    @MethodSource("io.github.keycloakjumpcloud.config.BrokenConfigs#all")
    void everyDetailIsShown(BrokenConfigs broken) {
        ConfigProblem problem = validate(broken.typed()).get(0);
        Object[] marked = problem.args().stream()
                .map(arg -> "<" + problem.args().indexOf(arg) + ">")
                .toArray();
        String sentence = EnglishMessages.text(problem.messageKey(), marked);
        assertThat(sentence).contains(Stream.of(marked).map(Object::toString).toList());
    }

    @Test
    void everySentenceIsTested() {
        ResourceBundle bundle = ResourceBundle.getBundle("theme-resources.messages.messages", Locale.ENGLISH);
        assertThat(BrokenConfigs.all().map(BrokenConfigs::problem))
                .containsAll(bundle.keySet().stream()
                        .filter(key -> key.startsWith("jumpcloud.config."))
                        .filter(key -> !key.endsWith(".credentialMustBeTypedAnew")) // BindCredentialRuleTest
                        .filter(key -> !key.endsWith(".vaultBeforeSave")) // BindCredentialRuleTest
                        .filter(key -> !key.endsWith(".mailServerMissing")) // WelcomeMailIT
                        .toList());
    }

    @Test
    void thePasswordIsInNoSentence() {
        String password = "correct-horse";
        BrokenConfigs.all().forEach(broken -> {
            if (!broken.problem().endsWith(".bindCredentialMissing")) {
                List<ConfigProblem> problems = validate(broken.typed().with(ConfigKeys.BIND_CREDENTIAL, password));
                assertThat(problems).hasSize(1);
                assertThat(problems.toString()).doesNotContain(password);
            }
        });
    }

    @Test
    void reportsEverythingAtOnceInTheOrderOfTheForm() {
        Typed typed = new Typed()
                .with(ConfigKeys.CONNECTION_URL, "https://a.test", "b.test:0")
                .with(ConfigKeys.USER_GROUPS, "a*", "cn=b,ou=Users")
                .with(ConfigKeys.ATTRIBUTE_MAPPINGS, "title=email##l=a##c=a")
                .with(ConfigKeys.GROUPS_PATH, "x");
        assertThat(validate(typed))
                .extracting(problem -> problem.messageKey().replace("jumpcloud.config.", ""))
                .containsExactly(
                        "organizationIdMissing",
                        "bindDnMissing",
                        "bindCredentialMissing",
                        "urlIsWeb",
                        "urlPortInvalid",
                        "groupNameIsPattern",
                        "groupNameIsDn",
                        "mappingReserved",
                        "mappingTargetTwice",
                        "groupsPathInvalid");
    }

    @Test
    void sentencesNameFieldValueAndRemedy() {
        Typed typed = Typed.minimum()
                .with(ConfigKeys.BIND_DN, "UID=admin,OU=Users,O=" + OTHER_ORG + ",DC=jumpcloud,DC=com")
                .with(ConfigKeys.GROUP_NAME_LDAP_ATTRIBUTE, "memberOf");
        assertThat(validate(typed))
                .extracting(problem -> EnglishMessages.text(
                        problem.messageKey(), problem.args().toArray()))
                .containsExactly(
                        "LDAP reader: “UID=admin,OU=Users,O=" + OTHER_ORG
                                + ",DC=jumpcloud,DC=com” belongs to organization “"
                                + OTHER_ORG + "”, but JumpCloud organization ID is “" + Typed.ORG
                                + "”. Correct whichever is wrong.",
                        "LDAP attribute: group name: “memberOf” is an attribute of users that lists their groups; no group has it, so no group "
                                + "would be found. Enter “cn”, which holds the group’s name in JumpCloud. Where memberships are read from is"
                                + " chosen in Memberships from.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cn=admin,dc=example,dc=org              | dc=example,dc=org",
                "uid=reader,o=services,dc=other,dc=net   | dc=example,dc=org",
            })
    void anotherDirectorysReaderMayLiveAnywhere(String bindDn, String baseDn) {
        Typed typed = Typed.minimum().with(ConfigKeys.BIND_DN, bindDn).with(ConfigKeys.BASE_DN, baseDn);
        assertThat(validate(typed)).isEmpty();
    }

    @Test
    void aProviderThatIsSwitchedOffMayBeWithoutPassword() {
        Typed typed = Typed.minimum().without(ConfigKeys.BIND_CREDENTIAL).with("enabled", "false");
        assertThat(validate(typed)).isEmpty();
        assertThatCode(typed::read).doesNotThrowAnyException();
    }

    @Test
    void theParserSeesTheFilterInParentheses() {
        Typed typed = Typed.minimum().with(ConfigKeys.CUSTOM_USER_SEARCH_FILTER, "title=x");
        assertThat(ConfigValidator.validate(
                        typed.values(), filter -> filter.equals("(title=x)") ? Optional.empty() : Optional.of("no")))
                .isEmpty();
    }

    @Test
    void nothingAndNullsAreNoExcuseForAnException() {
        assertThat(ConfigValidator.validate(Map.of(), filter -> Optional.empty()))
                .hasSize(3);
    }

    @Test
    void theUsualConfigurationIsFine() {
        assertThat(validate(Typed.minimum())).isEmpty();
        assertThat(validate(Typed.minimum()
                        .with(ConfigKeys.CONNECTION_URL, "ldap://ldap.jumpcloud.com")
                        .with(ConfigKeys.START_TLS, "true")
                        .with(ConfigKeys.BASE_DN, BASE)
                        .with(ConfigKeys.USER_GROUPS, "Something (Special)", "R&D, Vienna", "a=b")
                        .with(ConfigKeys.GROUP_NAMES, "eng-*", "*")))
                .isEmpty();
    }

    private static List<ConfigProblem> validate(Typed typed) {
        return ConfigValidator.validate(
                typed.values(),
                filter -> filter.endsWith(")") && filter.startsWith("(")
                        ? Optional.empty()
                        : Optional.of("a parenthesis is missing"));
    }
}
