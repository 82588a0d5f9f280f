package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakjumpcloud.directory.Problem;
import org.junit.jupiter.api.Test;

/** How many may wait. */
class BulkheadTest {

    private static final SignInAnswer GOOD = SignInAnswer.of(new Verdict.Accepted());

    private static final Verdict FULL = new Verdict.Unavailable(Problem.of(Problem.Kind.WAITING_SIGN_INS, "2"));

    private final Bulkhead bulkhead = new Bulkhead(2, 1);

    @Test
    void whoFindsNoPlaceIsTurnedAwayWithoutAQuestion() {
        SignInAnswer outer =
                bulkhead.ask("jane", () -> bulkhead.ask("tom", () -> bulkhead.ask("anna", BulkheadTest::asked)));

        assertThat(outer.verdict()).isEqualTo(FULL);
    }

    @Test
    void oneUserDoesNotTakeAllPlaces() {
        SignInAnswer outer = bulkhead.ask("jane", () -> bulkhead.ask("jane", BulkheadTest::asked));

        assertThat(outer.verdict()).isEqualTo(FULL);
        assertThat(bulkhead.ask("jane", () -> bulkhead.ask("tom", () -> GOOD))).isSameAs(GOOD);
    }

    @Test
    void aPlaceIsFreeAgainAfterAnAnswerAndAfterAFailure() {
        assertThat(bulkhead.ask("jane", () -> GOOD)).isSameAs(GOOD);
        assertThatThrownBy(() -> bulkhead.ask("jane", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(bulkhead.ask("jane", () -> GOOD)).isSameAs(GOOD);
    }

    private static SignInAnswer asked() {
        throw new AssertionError("asked");
    }
}
