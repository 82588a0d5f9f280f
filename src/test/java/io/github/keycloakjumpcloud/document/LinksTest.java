package io.github.keycloakjumpcloud.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of the repository")
class LinksTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path IMAGES = DOCS.resolve("images");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    /** What the platform leaves out of a heading when it makes its anchor. */
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

    @Test
    @DisplayName("lead to files and headings that exist")
    void links() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (Path page : pages()) {
            for (String link : links(page)) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? page
                        : page.resolveSibling(parts[0]).normalize();
                softly.assertThat(target).as(page + ": " + link).exists();
                if (parts.length == 2 && Files.exists(target)) {
                    softly.assertThat(anchors(target)).as(page + ": " + link).contains(parts[1]);
                }
            }
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("show every picture that is kept")
    void pictures() throws IOException {
        Set<Path> shown = new TreeSet<>();
        for (Path page : pages()) {
            links(page).forEach(link -> shown.add(page.resolveSibling(link).normalize()));
        }
        try (Stream<Path> kept = Files.list(IMAGES)) {
            assertThat(kept).isNotEmpty().isSubsetOf(shown);
        }
    }

    @Test
    @DisplayName("are all reached from the README")
    void reached() throws IOException {
        Path readme = Path.of("README.md");
        List<String> linked = links(readme);
        try (Stream<Path> guides = Files.list(DOCS)) {
            assertThat(guides.map(Path::toString).filter(name -> name.endsWith(".md")))
                    .isNotEmpty()
                    .isSubsetOf(
                            linked.stream().map(link -> link.split("#", 2)[0]).toList());
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path folder : List.of(Path.of(""), DOCS, Path.of("docker"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    /** Those within the repository. */
    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map((MatchResult result) -> result.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    private static Set<String> anchors(Path page) {
        return PageLines.of(page.toString()).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> NOT_IN_ANCHORS.matcher(heading).replaceAll("").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
