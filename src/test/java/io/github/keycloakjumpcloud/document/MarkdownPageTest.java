package io.github.keycloakjumpcloud.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class MarkdownPageTest {

    private static final String PAGE = """
            # Title

            Head.

            ## One

            first

            | a |
            |---|

            ### Part of one

            more

            ## Two

            second
            """;

    @Test
    @DisplayName("taken apart and put together again it is the same")
    void same() {
        assertThat(MarkdownPage.of(PAGE).text()).isEqualTo(PAGE);
        assertThat(MarkdownPage.of("# Title\n").text()).isEqualTo("# Title\n");
    }

    @Test
    @DisplayName("a section is replaced where it stands, and the others stay as they are")
    void replaced() {
        MarkdownPage page = MarkdownPage.of(PAGE).with("One", "\nthird\n");

        assertThat(page.text()).isEqualTo("""
                # Title

                Head.

                ## One

                third

                ## Two

                second
                """);
        assertThat(page.section("Two")).contains("second");
        assertThat(page.section("Three")).isEmpty();
    }

    @Test
    @DisplayName("a new section comes last, also on an empty page")
    void added() {
        assertThat(MarkdownPage.of(PAGE).with("Three", "third").text()).isEqualTo(PAGE + "\n## Three\n\nthird\n");
        assertThat(MarkdownPage.of("# Title").with("One", "first").text()).isEqualTo("# Title\n\n## One\n\nfirst\n");
    }
}
