package io.github.keycloakjumpcloud.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.i18n.MessageBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page on troubleshooting")
class TroubleshootingPageTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");

    /** Where a line of the log may be put together from several literals. */
    private static final Pattern SEAM = Pattern.compile("[…'.:;,]");

    private final MessageBundle english = MessageBundle.of("en");
    private final List<String> lines = PageLines.of("docs/troubleshooting.md");

    @Test
    @DisplayName("quotes messages as they are")
    void quotations() {
        SoftAssertions softly = new SoftAssertions();
        Quotation.of(lines)
                .forEach(quotation -> softly.assertThat(english.texts().values())
                        .as(quotation.text())
                        .anyMatch(quotation::isOf));
        softly.assertAll();
    }

    @Test
    @DisplayName("has every problem with the directory and every sentence of the login pages")
    void complete() {
        SoftAssertions softly = new SoftAssertions();
        english.texts().forEach((key, text) -> {
            if (key.startsWith("jumpcloud.problem.") || key.startsWith("jumpcloud.signIn.")) {
                softly.assertThat(Quotation.of(lines)).as(key).anyMatch(quotation -> quotation.isOf(text));
            }
        });
        softly.assertAll();
    }

    @Test
    @DisplayName("quotes lines of the log as the code writes them")
    void log() throws IOException {
        String code = code();
        SoftAssertions softly = new SoftAssertions();
        quotedLog()
                .forEach(quoted -> SEAM.splitAsStream(quoted).map(String::strip).forEach(part -> softly.assertThat(
                                code.contains(part))
                        .as("the code writes \"%s\" of: %s", part, quoted)
                        .isTrue()));
        softly.assertAll();
        assertThat(quotedLog()).hasSizeGreaterThan(20);
    }

    /** Indented lines, and what first columns of tables show as code. */
    private List<String> quotedLog() {
        Stream<String> indented =
                lines.stream().filter(line -> line.startsWith("    ")).map(String::strip);
        Stream<String> inTables = TableRow.of(lines).stream().flatMap(row -> row.code(0).stream());
        return Stream.concat(indented, inTables).toList();
    }

    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        return CONCATENATION.matcher(code).replaceAll("");
    }
}
