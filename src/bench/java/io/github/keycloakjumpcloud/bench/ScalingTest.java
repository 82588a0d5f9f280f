package io.github.keycloakjumpcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What measures for docs/scaling.md")
final class ScalingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    @DisplayName("reads what to measure from one line")
    void cell() {
        ScalingCell cell = ScalingCell.parse("10000:25:30:5:rewritten:2:syncs+memory");

        assertThat(cell).isEqualTo(new ScalingCell(10_000, 25, 30, 5, true, 2, Set.of("syncs", "memory")));
        assertThat(cell.columns()).containsExactly("10000", "200", "250000", "30", "5", "yes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalingCell.parse("10000:25"))
                .withMessageContaining("users:groups of each");
    }

    @Test
    @DisplayName("counts a round trip where a client sends after the server has sent, on each connection by itself")
    void roundTrips() {
        LineCounter counter = new LineCounter();
        LineCounter.Connection one = counter.connection();
        LineCounter.Connection other = counter.connection();

        one.there(10);
        one.there(10);
        other.there(1);
        one.back(100);
        one.back(100);
        LineTraffic first = counter.soFar();
        one.there(10);

        assertThat(first).isEqualTo(new LineTraffic(2, 21, 200));
        assertThat(counter.soFar().since(first)).isEqualTo(new LineTraffic(1, 10, 0));
    }

    @Test
    @DisplayName("adds lines to what was measured before")
    void file() throws IOException {
        Path place = folder.resolve("new").resolve("some.csv");
        new CsvFile(place, List.of("a", "b")).add(List.of("1", "2"));
        new CsvFile(place, List.of("a", "b")).add(List.of("3", "4"));

        assertThat(Files.readAllLines(place)).containsExactly("a,b", "1,2", "3,4");
        assertThatIllegalArgumentException().isThrownBy(() -> new CsvFile(place, List.of("a", "b")).add(List.of("1")));
    }
}
