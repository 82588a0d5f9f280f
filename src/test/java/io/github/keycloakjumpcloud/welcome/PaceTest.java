package io.github.keycloakjumpcloud.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pace of welcome mails")
class PaceTest {

    private long now = 1_000;

    private final Pace pace = new Pace(() -> now, nanos -> now += nanos);

    @Test
    @DisplayName("is five a second, the first one at once")
    void fiveASecond() {
        assertThat(pace.await()).isTrue();
        assertThat(now).isEqualTo(1_000);
        for (int i = 0; i < 10; i++) {
            assertThat(pace.await()).isTrue();
        }
        assertThat(now - 1_000).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    @DisplayName("adds nothing where the mail server is slower, and is not made up for later")
    void slowServer() {
        pace.await();
        now += Duration.ofSeconds(3).toNanos();
        long before = now;

        pace.await();

        assertThat(now).isEqualTo(before);
        pace.await();
        assertThat(now - before).isEqualTo(Duration.ofMillis(200).toNanos());
    }

    @Test
    @DisplayName("ends after five minutes, however slow the mail server is")
    void ends() {
        int mails = 0;
        while (pace.await()) {
            mails++;
            now += Duration.ofSeconds(10).toNanos();
        }
        assertThat(mails).isEqualTo(31);
    }

    @Test
    @DisplayName("ends where the thread is to end")
    void interrupted() {
        Pace interrupted = new Pace(() -> now, nanos -> {
            throw new InterruptedException();
        });

        assertThat(interrupted.await()).isTrue();
        assertThat(interrupted.await()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
