package io.github.keycloakjumpcloud.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ConfigKeys;
import io.github.keycloakjumpcloud.i18n.MessageBundle;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page for those who come from another product")
class OtherProductsPageTest {

    private static final List<String> HEAD = List.of("Label", "Key", "Here");
    private static final Pattern EMPHASIS = Pattern.compile("(?<!\\*)\\*([^*]+)\\*(?!\\*)");

    /** What is emphasized and is not a label of ours: columns of the page, and names of other products and of Keycloak. */
    private static final Set<String> OTHERS = Set.of(
            "Label",
            "Key",
            "This server uses Active Directory",
            "Periodic full sync",
            "Action > Sync all users",
            "Users",
            "Get Started: Cloud LDAP");

    private final MessageBundle english = MessageBundle.of("en");
    private final List<String> lines = PageLines.of("docs/from-other-products.md");
    private final List<TableRow> rows = TableRow.of(lines);

    @Test
    @DisplayName("names keys that exist, each with the label that the console shows")
    void keys() throws IllegalAccessException {
        Set<String> known = known();
        SoftAssertions softly = new SoftAssertions();
        for (TableRow row : rows) {
            for (String key : row.code(3)) {
                softly.assertThat(known).contains(key);
                softly.assertThat(row.cells().get(2)).as(key).isEqualTo(english.text("jumpcloud." + key + ".label"));
            }
            softly.assertThat(row.cells().get(3).isEmpty())
                    .as(row.toString())
                    .isEqualTo(row.cells().get(2).isEmpty());
        }
        softly.assertAll();
        assertThat(rows.stream().filter(row -> !row.code(3).isEmpty())).hasSizeGreaterThan(40);
    }

    @Test
    @DisplayName("has tables of five columns, of which the last three are ours")
    void tables() {
        assertThat(rows).allSatisfy(row -> assertThat(row.cells()).hasSize(5));
        assertThat(rows)
                .filteredOn(row -> row.cells().get(0).equals("There"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.cells().subList(2, 5)).isEqualTo(HEAD));
    }

    @Test
    @DisplayName("emphasizes nothing but labels")
    void labels() {
        for (String line : lines) {
            EMPHASIS.matcher(line).results().map(emphasis -> emphasis.group(1)).forEach(text -> assertThat(
                            OTHERS.contains(text) || english.labels().contains(text))
                    .as(text)
                    .isTrue());
        }
    }

    private static Set<String> known() throws IllegalAccessException {
        Set<String> keys = new HashSet<>();
        for (Field field : ConfigKeys.class.getFields()) {
            keys.add((String) field.get(null));
        }
        return keys;
    }
}
