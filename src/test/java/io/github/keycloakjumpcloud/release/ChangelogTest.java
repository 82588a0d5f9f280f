package io.github.keycloakjumpcloud.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The change log")
class ChangelogTest {

    private static final String UNRELEASED = "## [Unreleased]";
    private static final Pattern RELEASE = Pattern.compile("## \\[(\\d+\\.\\d+\\.\\d+)\\] - (\\d{4}-\\d{2}-\\d{2})");

    private List<String> lines;
    private List<MatchResult> releases;
    private Pom pom;

    @BeforeEach
    void read() throws Exception {
        lines = Files.readAllLines(Path.of("CHANGELOG.md"));
        releases =
                lines.stream().flatMap(line -> RELEASE.matcher(line).results()).toList();
        pom = Pom.read();
    }

    @Test
    @DisplayName(
            "has the form of Keep a Changelog: what is not released first, then versions with their days, newest first")
    void form() {
        assertThat(lines)
                .filteredOn(line -> line.startsWith("## "))
                .allMatch(
                        line -> line.equals(UNRELEASED) || RELEASE.matcher(line).matches())
                .first()
                .isEqualTo(UNRELEASED);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("### "))
                .isNotEmpty()
                .isSubsetOf("### Added", "### Changed", "### Deprecated", "### Removed", "### Fixed", "### Security");
        assertThat(releases)
                .extracting(release -> Version.parse(release.group(1)))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(releases)
                .extracting(release -> LocalDate.parse(release.group(2)))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    @DisplayName("goes with the POM: a release is its newest version, and on the way to one there is something to tell")
    void version() {
        assertThat(pom.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        if (pom.isSnapshot()) {
            assertThat(releases)
                    .allMatch(release -> Version.parse(release.group(1)).compareTo(Version.parse(pom.release())) < 0);
        } else {
            assertThat(releases).first().extracting(release -> release.group(1)).isEqualTo(pom.version());
            assertThat(unreleased())
                    .as("told under Unreleased, and not in the release")
                    .isEmpty();
        }
    }

    /** Entries between the first two headings of versions. */
    private List<String> unreleased() {
        return lines.stream()
                .dropWhile(line -> !line.equals(UNRELEASED))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("- "))
                .toList();
    }
}
