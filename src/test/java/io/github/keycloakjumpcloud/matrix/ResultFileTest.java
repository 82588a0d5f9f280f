package io.github.keycloakjumpcloud.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The recorded results")
class ResultFileTest {

    private static final Cell OLD = new Cell("26.4.7", 17);
    private static final Cell OLD_25 = new Cell("26.4.7", 25);
    private static final Cell NEW = new Cell("26.10.0", 17);

    @Test
    @DisplayName("are kept one for each cell, by version and Java")
    void order(@TempDir Path folder) {
        ResultFile results = new ResultFile(folder.resolve("results.json"));
        assertThat(results.all()).isEmpty();

        results.put(result(NEW, "", "a", 0));
        results.put(result(OLD_25, "", "a", 0));
        results.put(result(OLD, "", "a", 1));
        results.put(result(OLD, "", "a", 0));

        assertThat(results.all()).extracting(CellResult::cell).containsExactly(OLD, OLD_25, NEW);
        assertThat(results.of(OLD)).contains(result(OLD, "", "a", 0));
    }

    @Test
    @DisplayName("of all tests stay when some run again with the same jar, and go with the next jar")
    void partial(@TempDir Path folder) {
        ResultFile results = new ResultFile(folder.resolve("results.json"));
        results.put(result(OLD, "", "a", 0));

        results.put(result(OLD, "SyncIT", "a", 0));
        assertThat(results.all()).containsExactly(result(OLD, "", "a", 0));

        results.put(result(OLD, "SyncIT", "b", 0));
        assertThat(results.all()).containsExactly(result(OLD, "SyncIT", "b", 0));
    }

    @Test
    @DisplayName("need no run again if they are good, of the same jar, and of the same tests or all")
    void answers() {
        assertThat(result(OLD, "", "a", 0).answers("", "a")).isTrue();
        assertThat(result(OLD, "", "a", 0).answers("SyncIT", "a")).isTrue();
        assertThat(result(OLD, "SyncIT", "a", 0).answers("SyncIT", "a")).isTrue();

        assertThat(result(OLD, "SyncIT", "a", 0).answers("", "a")).isFalse();
        assertThat(result(OLD, "SyncIT", "a", 0).answers("RunsIT", "a")).isFalse();
        assertThat(result(OLD, "", "a", 0).answers("", "b")).isFalse();
        assertThat(result(OLD, "", "a", 1).answers("", "a")).isFalse();
    }

    @Test
    @DisplayName("are not good if nothing ran")
    void nothing() {
        Tally skipped = new Tally(1, 2, List.of(), Map.of("no browser", 2));
        assertThat(result(OLD, skipped).isGood()).isFalse();
        assertThat(result(OLD, new Tally(1, 3, List.of(), Map.of("no browser", 2)))
                        .isGood())
                .isTrue();
    }

    private static CellResult result(Cell cell, Tally tally) {
        return new CellResult(cell, "17.0.15", "", tally, 1, "a", "c0ffee", "2026-11-23", "mvn verify");
    }

    private static CellResult result(Cell cell, String only, String jar, int failures) {
        Tally tally = new Tally(2, 9, failures == 0 ? List.of() : List.of("SyncIT: works"), Map.of("no browser", 2));
        return new CellResult(cell, "17.0.15", only, tally, 1, jar, "c0ffee", "2026-11-23", "mvn verify");
    }
}
