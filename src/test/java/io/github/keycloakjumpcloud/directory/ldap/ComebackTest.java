package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ComebackTest {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final AtomicLong clock = new AtomicLong(-1);
    private final Comeback comeback = new Comeback(PAUSE, clock::get);

    @Test
    void theFirstFailureIsLookedIntoAtOnceUntilItIsOver() {
        for (int i = 0; i < 5; i++) {
            assertThat(comeback.isDue()).isTrue();
            pass(10);
        }
    }

    @Test
    void whoFailsAgainAndAgainIsLookedAtLaterAndLaterUpToTwoMinutes() {
        for (int seconds : new int[] {20, 40, 80, 120, 120}) {
            comeback.happened();
            pass(5);
            assertThat(comeback.isDue()).isFalse();
            pass(seconds - 1);
            assertThat(comeback.isDue()).isFalse();
            pass(1);
            assertThat(comeback.isDue()).isTrue();
        }
    }

    @Test
    void whoHasWorkedForLongBeginsAnew() {
        comeback.happened();
        pass(5);
        comeback.isDue();
        comeback.happened();
        pass(120);

        assertThat(comeback.isDue()).isTrue();
        comeback.happened();
        pass(5);
        assertThat(comeback.isDue()).isFalse();
        pass(20);
        assertThat(comeback.isDue()).isTrue();
    }

    private void pass(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
