package io.github.keycloakjumpcloud.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The README's table of versions")
class MatrixPageTest {

    @Test
    @DisplayName("is what the recorded results come to; mvn -Pmatrix -Dmatrix.documentOnly writes it anew")
    void recorded() {
        assertThat(MatrixPage.RESULTS.file()).exists();
        assertThat(MatrixPage.TABLE.text()).isEqualTo(MatrixTable.of(MatrixPage.RESULTS.all()));
    }

    @Test
    @DisplayName("calls a part a part, names failures and the reasons for skips")
    void rows() {
        CellResult all = new CellResult(
                new Cell("26.4.7", 17),
                "17.0.15",
                "",
                new Tally(80, 400, List.of("SyncIT: works"), Map.of("no slapd", 3, "no browser", 1)),
                20,
                "a",
                "c0ffee",
                "2026-11-23",
                "mvn verify");
        CellResult part = new CellResult(
                new Cell("26.4.7", 25),
                "25.0.1",
                "SyncIT",
                new Tally(1, 11, List.of(), Map.of("no slapd", 2)),
                1,
                "b",
                "decaf0",
                "2026-11-24",
                "mvn verify");

        assertThat(MatrixTable.of(List.of(all, part)).lines())
                .contains(
                        "| 26.4.7 | 17.0.15 | all, 80 classes | 396 | 1 | 4 | 2026-11-23 | c0ffee |",
                        "| 26.4.7 | 25.0.1 | a part, 1 class | 9 | 0 | 2 | 2026-11-24 | decaf0 |",
                        "- Keycloak 26.4.7 on Java 17: SyncIT: works",
                        "- 1: no browser",
                        "- 2 or 3: no slapd")
                .anyMatch(line -> line.endsWith("2 builds of the jar: rows of one commit have the same."));
        assertThat(MatrixTable.of(List.of(part))).doesNotContain("What failed").contains("One jar in all rows.");
        assertThat(MatrixTable.of(List.of())).isEqualTo("Nothing has been run yet.\n");
    }

    @Test
    @DisplayName("leaves the rest of the page alone")
    void marks(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.md"), "before\n<!-- table -->\nold\n<!-- end of table -->\nafter\n");

        new MarkedPart(page, "table").replace("new\n");

        assertThat(page).hasContent("before\n<!-- table -->\nnew\n<!-- end of table -->\nafter\n");
    }
}
