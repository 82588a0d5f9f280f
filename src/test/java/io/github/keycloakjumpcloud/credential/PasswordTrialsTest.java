package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.SignInSettings;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How often an administrator can try what somebody's password is. */
class PasswordTrialsTest {

    private static final SignInSettings PASSWORD_ALONE = new SignInSettings(300, false);
    private static final SignInSettings SECOND_FACTOR = new SignInSettings(300, true);
    private static final Verdict ENOUGH =
            new Verdict.Unavailable(Problem.of(Problem.Kind.TOO_MANY_TRIES, Integer.toString(PasswordTrials.MOST)));

    private final FakeClock clock = new FakeClock(Instant.EPOCH);
    private final Bulkhead pushes = new Bulkhead(1, 1);
    private final Bulkhead codes = new Bulkhead(1, 1);
    private final PasswordTrials trials = new PasswordTrials(pushes, codes, clock::nanos);
    private final Map<String, Long> taken = new HashMap<>();
    private final AtomicInteger binds = new AtomicInteger();

    @Test
    @DisplayName("a few passwords of one user are tried in a minute, and no more, not even the right one")
    void enough() {
        for (int i = 0; i < PasswordTrials.MOST; i++) {
            clock.pass(Duration.ofSeconds(11));
            assertThat(refuse("anna", "guess " + i)).isInstanceOf(Verdict.Refused.class);
        }

        assertThat(accept("anna", "the right one")).isEqualTo(ENOUGH);
        assertThat(accept("bert", "another's").letsIn()).isTrue();
        clock.pass(Duration.ofSeconds(15));
        assertThat(accept("anna", "the right one")).isEqualTo(ENOUGH);
        // The first guess is a minute ago.
        clock.pass(Duration.ofSeconds(1));
        assertThat(accept("anna", "the right one").letsIn()).isTrue();
        assertThat(accept("anna", "the right one")).isEqualTo(ENOUGH);
    }

    @Test
    @DisplayName("a password that was refused seconds ago is not sent again, so that the account is not locked there")
    void repeated() {
        refuse("anna", "wrong");
        assertThat(accept("anna", "wrong")).isInstanceOf(Verdict.Refused.class);
        assertThat(binds).hasValue(1);

        clock.pass(Duration.ofSeconds(11));
        assertThat(accept("anna", "wrong").letsIn()).isTrue();
    }

    @Test
    @DisplayName("a password takes a place of those that wait for phones, one with a code a place of those with codes")
    void places() {
        Verdict full = new Verdict.Unavailable(Problem.of(Problem.Kind.WAITING_SIGN_INS, "1"));

        pushes.ask("bert", () -> {
            assertThat(accept(SECOND_FACTOR, "anna", "secret")).isEqualTo(full);
            assertThat(accept(SECOND_FACTOR, "anna", "secret,123456").letsIn()).isTrue();
            assertThat(accept("anna", "secret").letsIn()).isTrue();
            return SignInAnswer.of(full);
        });
        codes.ask("bert", () -> {
            assertThat(accept(SECOND_FACTOR, "anna", "secret,123456")).isEqualTo(full);
            assertThat(accept(SECOND_FACTOR, "anna", "secret").letsIn()).isTrue();
            return SignInAnswer.of(full);
        });
    }

    @Test
    @DisplayName("pushes, too, are sent to somebody's phone only a few times a minute")
    void pushesAreLimited() {
        for (int i = 0; i < PasswordTrials.MOST; i++) {
            assertThat(accept(SECOND_FACTOR, "anna", "secret").letsIn()).isTrue();
        }

        assertThat(accept(SECOND_FACTOR, "anna", "secret")).isEqualTo(ENOUGH);
    }

    private Verdict accept(String user, String password) {
        return accept(PASSWORD_ALONE, user, password);
    }

    private Verdict accept(SignInSettings settings, String user, String password) {
        return trials.verdict(user, settings, password, this::take, () -> {
            binds.incrementAndGet();
            return new BindOutcome.Accepted();
        });
    }

    private Verdict refuse(String user, String password) {
        return trials.verdict(user, PASSWORD_ALONE, password, this::take, () -> {
            binds.incrementAndGet();
            return new BindOutcome.InvalidCredentials();
        });
    }

    private boolean take(String place, Duration life) {
        long now = clock.nanos();
        Long until = taken.get(place);
        if (until != null && now < until) {
            return false;
        }
        taken.put(place, now + life.toNanos());
        return true;
    }
}
