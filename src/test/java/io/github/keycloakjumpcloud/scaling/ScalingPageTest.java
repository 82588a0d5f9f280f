package io.github.keycloakjumpcloud.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/scaling.md")
class ScalingPageTest {

    private static final Path PAGE = Path.of("docs", "scaling.md");

    /** {@code mvn test -Dtest=ScalingPageTest -Dscaling.write=true} writes the tables anew. */
    private static final boolean WRITE = Boolean.getBoolean("scaling.write");

    /** As docs/scaling.md says. */
    private static final double MOST = 0.4;

    @Test
    @DisplayName("has the tables that model and measurements come to, all of them")
    void tables() throws IOException {
        String page = Files.readString(PAGE);
        ScalingPage wanted = ScalingPage.ofMeasurements();
        if (WRITE) {
            Files.writeString(PAGE, wanted.in(page));
        }

        assertThat(Files.readString(PAGE)).isEqualTo(wanted.in(page));
        assertThat(ScalingPage.places(page)).isEqualTo(wanted.tables().size());
    }

    @Test
    @DisplayName("rests on a model that errs by less than it says")
    void model() {
        Samples syncs = Samples.read("syncs.csv");
        SyncModels models = SyncModels.of(syncs);
        for (String kind : List.of("import", "unchanged", "changed")) {
            for (Samples cell : SyncModels.cells(syncs.where("rewritten", "no"), kind)) {
                double error = models.of(kind, cell.first()) / cell.median("seconds") - 1;
                assertThat(Math.abs(error)).as(kind + " " + cell.first()).isLessThan(MOST);
            }
        }
    }

    @Test
    @DisplayName("loses nothing around a table, and has no place for one that is not made")
    void places() {
        ScalingPage page = new ScalingPage(Map.of("one", "| $1 |\n"));

        assertThat(page.in("a\n<!-- table: one -->\nold\n<!-- end -->\nb\n"))
                .isEqualTo("a\n<!-- table: one -->\n\n| $1 |\n\n<!-- end -->\nb\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> page.in("<!-- table: other -->\n<!-- end -->"))
                .withMessageContaining("other");
    }
}
