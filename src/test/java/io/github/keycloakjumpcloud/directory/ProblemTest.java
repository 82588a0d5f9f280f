package io.github.keycloakjumpcloud.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @Test
    void anOutageIsWhenNobodyCouldBeAsked() {
        Set<Problem.Kind> outages = EnumSet.noneOf(Problem.Kind.class);
        for (Problem.Kind kind : Problem.Kind.values()) {
            if (Problem.of(kind, "a server", "a cause").isOutage()) {
                outages.add(kind);
            }
        }
        assertThat(outages)
                .containsExactlyInAnyOrder(
                        Problem.Kind.UNKNOWN_HOST,
                        Problem.Kind.UNREACHABLE,
                        Problem.Kind.TLS_FAILED,
                        Problem.Kind.TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource({"51 busy, true", "52 unavailable, true", "53 unwilling to perform, false", "32 no such object, false"})
    void ofTheServersAnswersOnlyNotNowIsOne(String code, boolean outage) {
        assertThat(Problem.of(Problem.Kind.SERVER_ERROR, code, "52 in the text").isOutage())
                .isEqualTo(outage);
        assertThat(Problem.of(Problem.Kind.SERVER_ERROR).isOutage()).isFalse();
    }
}
