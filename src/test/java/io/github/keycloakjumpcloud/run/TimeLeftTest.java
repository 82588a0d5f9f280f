package io.github.keycloakjumpcloud.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.store.RunProgress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

    @ParameterizedTest(name = "{0} of {1} in {2} ms: {3} ms left")
    @CsvSource({"1000, 4000, 2000, 6000", "4000, 4000, 9000, 0", "1, 3, 10, 20", "5, 4, 100, 0"})
    @DisplayName("the rest of a phase is taken to go as fast as what is done")
    void proportional(long done, long total, long millis, long left) {
        assertThat(TimeLeft.of(new RunProgress("USERS", done, total, millis))).isEqualTo(left);
    }

    @Test
    @DisplayName("without a total or before the first step there is no estimate")
    void unknown() {
        assertThat(TimeLeft.of(RunProgress.NONE)).isNull();
        assertThat(TimeLeft.of(new RunProgress("READING", 500, 0, 1000))).isNull();
        assertThat(TimeLeft.of(new RunProgress("USERS", 0, 500, 1000))).isNull();
    }
}
