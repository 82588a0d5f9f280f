package io.github.keycloakjumpcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.keycloakjumpcloud.openldap.OperationTotals;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignInTableTest {

    private static final SignInOptions OPTIONS = new SignInOptions(
            List.of(0, 30),
            List.of(1, 20),
            Pattern.compile(""),
            EnumSet.allOf(SignInKind.class),
            EnumSet.allOf(Situation.class),
            List.of(SignInContender.values()),
            DatabaseKind.POSTGRES,
            400,
            2_000,
            3);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private SignInResults results;

    @BeforeEach
    void noResults() {
        results = new SignInResults(folder);
    }

    @Test
    @DisplayName("every contender measures what it can, disturbances at 30 ms only")
    void cells() {
        assertThat(OPTIONS.cells(SignInContender.OURS)).hasSize(2 * 2 * 5 + 2 + 2 * 2);
        assertThat(OPTIONS.cells(SignInContender.BUILT_IN)).hasSize(2 * 2 * 4 + 2);
        assertThat(OPTIONS.cells(SignInContender.BARE_BIND))
                .hasSize(2 * 2)
                .allMatch(cell -> cell.kind() == SignInKind.KNOWN_USER);
        assertThat(OPTIONS.cells(SignInContender.OURS))
                .filteredOn(cell -> cell.situation() != Situation.EVERYTHING_WORKS)
                .allMatch(cell -> cell.roundTripMillis() == 30)
                .extracting(SignInCell::kind, SignInCell::users)
                .containsExactly(
                        tuple(SignInKind.KNOWN_USER, 20),
                        tuple(SignInKind.KNOWN_USER, 20),
                        tuple(SignInKind.CODE, 1),
                        tuple(SignInKind.CODE, 20),
                        tuple(SignInKind.CODE, 1),
                        tuple(SignInKind.CODE, 20));
        assertThat(OPTIONS.signIns(cell(SignInContender.OURS, SignInKind.KNOWN_USER)))
                .isEqualTo(400);
        assertThat(OPTIONS.signIns(
                        new SignInCell(SignInContender.OURS, 0, Situation.FIRST_REFUSES, SignInKind.UNKNOWN_NAME, 100)))
                .isEqualTo(500);
    }

    @Test
    @DisplayName("what was measured is there again after a restart, and only that")
    void kept() {
        SignInCell cell = cell(SignInContender.OURS, SignInKind.KNOWN_USER);
        keep(cell, 2, 40);

        assertThat(new SignInResults(folder).isThere(cell, 2)).isTrue();
        assertThat(new SignInResults(folder).isThere(cell, 1)).isFalse();
        assertThat(results.summary(cell, 1)).isEmpty();
        assertThat(results.summary(cell, 3).orElseThrow().median()).isEqualTo(40);
    }

    @Test
    @DisplayName("a line compares the medians of all repetitions; what was not measured is a dash")
    void line() {
        SignInCell ours = cell(SignInContender.OURS, SignInKind.KNOWN_USER);
        keep(ours, 1, 40);
        keep(ours, 2, 50);
        keep(ours, 3, 400);
        keep(ours.by(SignInContender.BUILT_IN), 1, 150);
        keep(ours.of(SignInKind.REFRESHED_USER), 1, 60);

        assertThat(new SignInTable(OPTIONS, results).text().lines())
                .hasSize(4)
                .contains(
                        "| everything works | 30 ms | known user | 20 | 150 / 300 / 450, measured 1 × | 50 / 100 / 150 | 3.0 × | 3.0 × | – |"
                                + " 133 / 400 | 3.0 × | 2.0 / 2.0 | 1.0 / 1.0 | 5.0 / 5.0 |",
                        "| everything works | 30 ms | known user, read anew | 20 | 150 / 300 / 450, measured 1 × | 60 / 120 / 180, measured 1 × | 2.5 × | 2.5 × | – |"
                                + " 133 / 333 | 2.5 × | 2.0 / 2.0 | 1.0 / 1.0 | 5.0 / 5.0 |");
    }

    @Test
    @DisplayName("the command names everything that was chosen")
    void command() {
        SignInOptions chosen = new SignInOptions(
                List.of(30),
                List.of(1, 100),
                Pattern.compile("known_user-1|code"),
                EnumSet.of(SignInKind.KNOWN_USER, SignInKind.CODE),
                EnumSet.allOf(Situation.class),
                List.of(SignInContender.values()),
                DatabaseKind.POSTGRES,
                300,
                5_000,
                3);

        assertThat(chosen.command())
                .endsWith(" -Dbench.repetitions=3 -Dbench.signInRoundTrips=30 -Dbench.signInUsers=1,100"
                        + " -Dbench.signInKinds=known_user,code '-Dbench.signInCells=known_user-1|code'");
        assertThat(OPTIONS.command()).endsWith(" -Dbench.signInRoundTrips=0,30 -Dbench.signInUsers=1,20");
    }

    @Test
    @DisplayName("there is a picture as soon as there is a figure")
    void picture() {
        assertThat(new SignInPlots(OPTIONS, results).svg()).isEmpty();

        keep(cell(SignInContender.OURS, SignInKind.KNOWN_USER), 1, 40);

        assertThat(new SignInPlots(OPTIONS, results).svg().orElseThrow())
                .contains("this extension, median", "this extension, 99th percentile", "Known user, round trip 30 ms")
                .doesNotContain("built-in");
    }

    private static SignInCell cell(SignInContender contender, SignInKind kind) {
        return new SignInCell(contender, 30, Situation.EVERYTHING_WORKS, kind, 20);
    }

    private void keep(SignInCell cell, int repetition, double median) {
        results.keep(new SignInFigures(
                cell,
                repetition,
                "2026-11-22T00:00:00Z",
                0.5,
                0,
                400,
                400 * median / 20_000,
                median,
                2 * median,
                3 * median,
                0,
                2,
                new OperationTotals(400, 400, 400, 0)));
    }
}
