package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.AccountState;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which passwords are kept for outages, for how long, and what they are good for. */
class OutageLoginTest {

    private static final KnownUser JANE = new KnownUser("kc-1", "jane", "5001", "uid=jane,ou=Users", false);
    private static final KnownUser GONE = new KnownUser("kc-1", "jane", "5001", "uid=jane,ou=Users", true);
    private static final Verdict GOOD = new Verdict.Accepted();
    private static final Verdict AWAY = new Verdict.Unavailable(FakeDirectory.AWAY);
    private static final Duration HOURS = Duration.ofHours(8);
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeClock clock = new FakeClock(START);
    private final FakeKeptPasswords kept = new FakeKeptPasswords();
    private final FakeHashing hashing = new FakeHashing();
    private SignInMemory memory = new SignInMemory(clock::nanos);
    private Duration life = HOURS;
    private boolean enabled = true;

    private Verdict review(KnownUser user, String password, Verdict verdict) {
        return new OutageLogin(life, enabled, kept, hashing, memory, clock)
                .review(user, password, new SignInAnswer(verdict, null, memory.now(), memory.now()));
    }

    private Verdict outage(String password) {
        return review(JANE, password, AWAY);
    }

    @Nested
    @DisplayName("While JumpCloud cannot be asked")
    class Outage {

        @Test
        @DisplayName("the password of the last good sign-in is accepted until its time is over")
        void withinItsTime() {
            review(JANE, "right", GOOD);

            clock.pass(HOURS.minusMillis(1));
            assertThat(outage("right")).isEqualTo(new Verdict.AcceptedUnasked(FakeDirectory.AWAY, START.plus(HOURS)));

            clock.pass(Duration.ofMillis(1));
            assertThat(outage("right")).isEqualTo(AWAY);
        }

        @Test
        @DisplayName("another password is a wrong one, and takes nothing away")
        void wrong() {
            review(JANE, "right", GOOD);

            assertThat(outage("wrong")).isEqualTo(new Verdict.RefusedUnasked(FakeDirectory.AWAY));
            assertThat(outage("right").letsIn()).isTrue();
        }

        @Test
        @DisplayName("nobody is let in, or said to be wrong, of whom nothing is kept")
        void nothingKept() {
            assertThat(outage("right")).isEqualTo(AWAY);
            assertThat(hashing.checks).isZero();
        }

        @Test
        @DisplayName("somebody who has left is not let in")
        void departed() {
            review(JANE, "right", GOOD);

            assertThat(review(GONE, "right", AWAY)).isEqualTo(AWAY);
        }

        @Test
        @DisplayName("somebody whom Keycloak has disabled is not let in")
        void disabled() {
            review(JANE, "right", GOOD);
            enabled = false;

            assertThat(outage("right")).isEqualTo(AWAY);
        }

        @Test
        @DisplayName("what a clock wrote that was ahead, or when the time was longer, is of no use")
        void clockAhead() {
            clock.pass(Duration.ofDays(30));
            review(JANE, "right", GOOD);
            clock.pass(Duration.ofDays(-30));
            assertThat(outage("right")).isEqualTo(AWAY);

            review(JANE, "right", GOOD);
            assertThat(outage("right").letsIn()).isTrue();
            life = HOURS.dividedBy(2);
            assertThat(outage("right")).isEqualTo(AWAY);
        }

        @Test
        @DisplayName("an answer that declines is no outage")
        void declined() {
            review(JANE, "right", GOOD);
            Verdict unwilling = new Verdict.Unavailable(
                    Problem.of(Problem.Kind.SERVER_ERROR, "53 unwilling to perform", "account disabled"));

            assertThat(review(JANE, "right", unwilling)).isEqualTo(unwilling);
        }

        @Test
        @DisplayName("what this node remembers of the password lets nobody in without the hash")
        void memoryIsNotEnough() {
            review(JANE, "right", GOOD);
            kept.forget(JANE.keycloakId());

            assertThat(outage("right")).isEqualTo(AWAY);
        }
    }

    @Nested
    @DisplayName("Nothing is left")
    class Erased {

        @Test
        @DisplayName("after a refusal, whatever was typed")
        void refused() {
            review(JANE, "right", GOOD);

            assertThat(review(JANE, "wrong", new Verdict.Refused("no"))).isEqualTo(new Verdict.Refused("no"));
            assertThat(kept.all).isEmpty();
            assertThat(outage("right")).isEqualTo(AWAY);
        }

        @Test
        @DisplayName("after a good sign-in with another password but the new one")
        void changedPassword() {
            review(JANE, "old", GOOD);
            review(JANE, "new", GOOD);

            assertThat(outage("old").letsIn()).isFalse();
            assertThat(outage("new").letsIn()).isTrue();
        }

        @Test
        @DisplayName("after a refusal while the hash of a good sign-in was made")
        void refusedMeanwhile() {
            hashing.whileHashing = () -> review(JANE, "right", new Verdict.Refused("suspended"));

            review(JANE, "right", GOOD);

            assertThat(kept.all).isEmpty();
        }

        @Test
        @DisplayName("after a refusal of somebody whom Keycloak has disabled meanwhile")
        void refusedWhileDisabled() {
            review(JANE, "right", GOOD);
            enabled = false;
            review(JANE, "right", new Verdict.Refused("suspended"));
            review(JANE, "right", GOOD);

            assertThat(kept.all).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(value = AccountState.class, names = "NOT_TOLD", mode = EnumSource.Mode.EXCLUDE)
        @DisplayName("of a password that JumpCloud wants to be changed")
        void toBeChanged(AccountState state) {
            review(JANE, "right", GOOD);

            Verdict lastTime = new Verdict.Accepted(state);
            assertThat(review(JANE, "right", lastTime)).isEqualTo(lastTime);
            assertThat(kept.all).isEmpty();
        }

        @Test
        @DisplayName("by an empty password: JumpCloud was not asked about it")
        void empty() {
            review(JANE, "right", GOOD);
            review(JANE, "", new Verdict.Refused("no password was typed"));

            assertThat(outage("right").letsIn()).isTrue();
        }

        @Test
        @DisplayName("and nothing read, where the option is off")
        void off() {
            life = Duration.ZERO;

            review(JANE, "right", GOOD);
            assertThat(outage("right")).isEqualTo(AWAY);
            review(JANE, "wrong", new Verdict.Refused("no"));
            assertThat(kept.calls).isZero();
            assertThat(hashing.hashes + hashing.checks).isZero();
        }
    }

    @Nested
    @DisplayName("A slow hash is made")
    class SlowHashes {

        @Test
        @DisplayName(
                "once for a password, not at every good sign-in; its time begins anew with each, give or take a tenth")
        void once() {
            review(JANE, "right", GOOD);
            for (int i = 0; i < 5; i++) {
                clock.pass(Duration.ofMinutes(10));
                review(JANE, "right", GOOD);
            }

            assertThat(hashing.hashes).isOne();
            assertThat(hashing.checks).isZero();
            assertThat(kept.find("kc-1").orElseThrow().until())
                    .isAfterOrEqualTo(clock.instant().plus(HOURS).minus(HOURS.dividedBy(10)));
            assertThat(kept.writes).isEqualTo(2);
        }

        @Test
        @DisplayName("or checked once an hour, and after a restart")
        void forgottenByThisNode() {
            review(JANE, "right", GOOD);
            clock.pass(HashedPasswords.LIFE);
            review(JANE, "right", GOOD);
            review(JANE, "right", GOOD);
            assertThat(hashing.checks).isOne();

            memory = new SignInMemory(clock::nanos);
            review(JANE, "right", GOOD);
            review(JANE, "right", GOOD);

            assertThat(hashing.hashes).isOne();
            assertThat(hashing.checks).isEqualTo(2);
        }

        @Test
        @DisplayName("where another node has written another password's meanwhile")
        void otherNode() {
            review(JANE, "new", GOOD);
            SignInMemory here = memory;
            memory = new SignInMemory(clock::nanos);
            review(JANE, "old", GOOD);
            memory = here;

            review(JANE, "new", GOOD);

            assertThat(outage("new").letsIn()).isTrue();
            assertThat(outage("old").letsIn()).isFalse();
        }

        @Test
        @DisplayName("again when the last one's time is over")
        void over() {
            review(JANE, "right", GOOD);
            clock.pass(HOURS);
            review(JANE, "right", GOOD);

            assertThat(hashing.hashes).isEqualTo(2);
            assertThat(outage("right").letsIn()).isTrue();
        }
    }

    @Test
    @DisplayName("A database that fails spoils no good sign-in")
    void databaseFails() {
        kept.fails = true;

        assertThat(review(JANE, "right", GOOD)).isEqualTo(GOOD);
        assertThat(review(JANE, "wrong", new Verdict.Refused("no")).letsIn()).isFalse();
    }
}
