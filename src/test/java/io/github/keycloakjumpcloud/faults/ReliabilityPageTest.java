package io.github.keycloakjumpcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReliabilityPageTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    @DisplayName("a run replaces its own section and leaves the others as they are")
    void sections() throws IOException {
        Path file = folder.resolve("reliability.md");
        ReliabilityPage page = new ReliabilityPage(file);
        page.put("One", "first\n\n| a |\n|---|\n");
        page.put("Two", "second\n");
        String before = Files.readString(file);

        page.put("One", "first\n\n| a |\n|---|\n");
        assertThat(file).hasContent(before);

        page.put("One", "third");
        assertThat(Files.readString(file)).startsWith("# Reliability\n").endsWith("""

                        ## One

                        third

                        ## Two

                        second
                        """);
    }
}
