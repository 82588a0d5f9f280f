package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakjumpcloud.directory.Problem;
import org.junit.jupiter.api.Test;

/** How many may wait. */
class BulkheadTest {

    private static final SignInAnswer GOOD = new SignInAnswer(new Verdict.Accepted(), null);

    private final Bulkhead bulkhead = new Bulkhead(1);

    @Test
    void whoFindsNoPlaceIsTurnedAwayWithoutAQuestion() {
        SignInAnswer outer = bulkhead.ask(() -> bulkhead.ask(() -> {
            throw new AssertionError("asked");
        }));

        assertThat(outer.verdict()).isEqualTo(new Verdict.Unavailable(Problem.of(Problem.Kind.WAITING_SIGN_INS, "1")));
    }

    @Test
    void aPlaceIsFreeAgainAfterAnAnswerAndAfterAFailure() {
        assertThat(bulkhead.ask(() -> GOOD)).isSameAs(GOOD);
        assertThatThrownBy(() -> bulkhead.ask(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(bulkhead.ask(() -> GOOD)).isSameAs(GOOD);
    }
}
