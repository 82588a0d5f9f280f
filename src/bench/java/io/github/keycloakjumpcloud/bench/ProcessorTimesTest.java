package io.github.keycloakjumpcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ProcessorTimesTest {

    @Test
    @DisplayName("what the host gave to others is a part of all ticks; guests' ticks are not counted twice")
    void stolen() {
        ProcessorTimes before = ProcessorTimes.of("cpu  100 0 20 800 5 0 5 70 40 0");
        ProcessorTimes after = ProcessorTimes.of("cpu  150 0 30 820 5 0 5 90 90 0");

        assertThat(before).isEqualTo(new ProcessorTimes(70, 1_000));
        assertThat(after.stolenSince(before)).isEqualTo(0.2);
        assertThat(before.stolenSince(before)).isZero();
    }
}
