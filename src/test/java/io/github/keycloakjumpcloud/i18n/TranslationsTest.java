package io.github.keycloakjumpcloud.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The other languages against the English bundle. */
@DisplayName("Every translation")
class TranslationsTest {

    private static final MessageBundle ENGLISH = MessageBundle.of("en");

    /** Keycloak falls back from pt-BR to pt, so that {@code pt} serves both. */
    private static final Set<String> LANGUAGES = new TreeSet<>(Set.of("de", "en", "es", "fr", "ja", "pt"));

    /** What may be the same word in another language. */
    private static final Set<String> INTERNATIONAL = Set.of(
            "StartTLS", "JumpCloud", "OK", "DN", "Test", "Status", "Details", "Problem", "Server", "Filter", "no");

    /** What the Admin Portal shows, and what is typed or searched for letter by letter. */
    private static final Pattern LITERAL = Pattern.compile("Settings > Organization Profile"
            + "|User Authentication > LDAP > JumpCloud LDAP"
            + "|User Management > User Groups"
            + "|Users > | > Details > User Security Settings and Permissions"
            + "|Enable as LDAP Bind DN|Password never expires|Admin Portal|User Groups|Directory Insights|JumpCloud Protect"
            + "|JumpCloud username and password|truststore-paths|StartTLS|[A-Z]+_[A-Z_]+"
            + "|ldaps?://(?:[a-z-]+\\.[a-z.]+[a-z](?::\\d+)?)?|ldap(?:-mfa)?\\.jumpcloud\\.com"
            + "|\\b(?:uid|ou|o|dc)=[A-Za-z…]+|\\b[a-z]+[A-Z]\\w*|\\b\\d{3,}\\b"
            + "|/JumpCloud|\\beng-\\*|\\(employeeType=Full Time\\)|\\(&\\(.*?\\)\\)\\)"
            + "|\\b(?:auto|disable|delete|keep)(?=:)");

    private static final Pattern QUOTED = Pattern.compile("“([^”{]+)”");

    static Stream<String> translations() {
        return LANGUAGES.stream().filter(language -> !language.equals("en"));
    }

    @Test
    @DisplayName("is there, and no other")
    void languages() {
        assertThat(MessageBundle.languages()).isEqualTo(LANGUAGES);
    }

    @ParameterizedTest
    @MethodSource("translations")
    @DisplayName("has the keys of the English bundle in the same order, and says how it is encoded")
    void keys(String language) {
        MessageBundle translation = MessageBundle.of(language);

        assertThat(translation.keys()).isEqualTo(ENGLISH.keys());
        assertThat(translation.lines()).startsWith("# encoding: UTF-8");
    }

    @ParameterizedTest
    @MethodSource("translations")
    @DisplayName("names the same values in every sentence")
    void placeholders(String language) {
        MessageBundle translation = MessageBundle.of(language);
        SoftAssertions softly = new SoftAssertions();
        for (String key : ENGLISH.keys()) {
            softly.assertThat(translation.placeholders(key)).as(key).isEqualTo(ENGLISH.placeholders(key));
            if (!key.endsWith(".help")) {
                int read = new MessageFormat(translation.text(key)).getFormatsByArgumentIndex().length;
                softly.assertThat(translation.placeholders(key)).as(key).hasSize(read);
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("translations")
    @DisplayName("is right in the console and in MessageFormat, and whole sentences end like sentences")
    void spelling(String language) {
        MessageBundle translation = MessageBundle.of(language);
        SoftAssertions softly = new SoftAssertions();
        for (String key : ENGLISH.keys()) {
            String text = translation.text(key);
            softly.assertThat(text)
                    .as(key)
                    .doesNotContain("'", "{{", "$t(")
                    .isEqualTo(text.strip())
                    .isNotEmpty();
            softly.assertThat(translation.withoutPlaceholders(key)).as(key).doesNotContain("{", "}");
            if (!key.endsWith(".label")) {
                softly.assertThat(text).as(key).matches("(?s).*[.。]");
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("translations")
    @DisplayName("is one: nothing is left in English")
    void translated(String language) {
        MessageBundle translation = MessageBundle.of(language);
        SoftAssertions softly = new SoftAssertions();
        for (String key : ENGLISH.keys()) {
            if (!INTERNATIONAL.contains(ENGLISH.text(key))) {
                softly.assertThat(translation.text(key)).as(key).isNotEqualTo(ENGLISH.text(key));
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("translations")
    @DisplayName("quotes a field by the label that it has in the same language")
    void labels(String language) {
        MessageBundle translation = MessageBundle.of(language);
        SoftAssertions softly = new SoftAssertions();
        for (String key : ENGLISH.keys()) {
            String text = translation.text(key);
            QUOTED.matcher(ENGLISH.text(key)).results().forEach(quoted -> ENGLISH.keys().stream()
                    .filter(label ->
                            label.endsWith(".label") && ENGLISH.text(label).equals(quoted.group(1)))
                    .forEach(label -> softly.assertThat(text)
                            .as(key)
                            .containsPattern(
                                    "[“„«「]\u00a0?" + Pattern.quote(translation.text(label)) + "\u00a0?[”“»」]")));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("translations")
    @DisplayName("leaves as they are the menus of JumpCloud's portal, and what is to be typed")
    void literals(String language) {
        MessageBundle translation = MessageBundle.of(language);
        SoftAssertions softly = new SoftAssertions();
        for (String key : ENGLISH.keys()) {
            LITERAL.matcher(ENGLISH.text(key))
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .forEach(literal ->
                            softly.assertThat(translation.text(key)).as(key).contains(literal));
        }
        softly.assertAll();
    }
}
