package io.github.keycloakjumpcloud.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.i18n.MessageBundle;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A guide through the console")
class GuidesTest {

    private static final Pattern EMPHASIS = Pattern.compile("(?<!\\*)\\*([^*]+)\\*(?!\\*)");
    private static final String STEP = " > ";

    /** What is emphasized and is not a label of ours: Keycloak's and JumpCloud's names. */
    private static final Set<String> OTHERS = Set.of(
            "Action",
            "Add Jumpcloud providers",
            "Add new provider",
            "Admin theme",
            "Enable as LDAP Bind DN",
            "Enabled",
            "Full sync period",
            "Jumpcloud",
            "Logout all sessions",
            "Panel",
            "Periodic full sync",
            "Realm settings",
            "Remove imported",
            "Role mapping",
            "Save",
            "Sessions",
            "Sync all users",
            "Themes",
            "Unlink users",
            "User federation",
            "a group",
            "jumpcloud",
            "the user");

    private final MessageBundle english = MessageBundle.of("en");

    @ParameterizedTest(name = "{0} names what is there, and quotes what is said")
    @ValueSource(strings = {"docs/first-run.md", "docs/operations.md", "docs/admin-console.md"})
    void wording(String page) {
        List<String> lines = PageLines.of(page);
        SoftAssertions softly = new SoftAssertions();
        for (String line : lines) {
            EMPHASIS.matcher(line)
                    .results()
                    .map((MatchResult result) -> result.group(1))
                    .flatMap(text -> List.of(text.split(STEP)).stream())
                    .filter(text -> !OTHERS.contains(text))
                    .forEach(text -> softly.assertThat(english.labels()).contains(text));
        }
        Quotation.of(lines)
                .forEach(quotation -> softly.assertThat(english.texts().values())
                        .as(quotation.text())
                        .anyMatch(quotation::isOf));
        softly.assertAll();
        assertThat(lines).hasSizeGreaterThan(10);
    }
}
