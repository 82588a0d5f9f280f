package io.github.keycloakjumpcloud.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UninterruptedWorkTest {

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    @Test
    @DisplayName("goes on where its caller is interrupted, who hears of it when all is done")
    void interrupted() {
        Thread caller = Thread.currentThread();
        AtomicBoolean disturbed = new AtomicBoolean();
        try (UninterruptedWork work = new UninterruptedWork()) {
            String result = work.call(() -> {
                caller.interrupt();
                // The caller has taken notice: the flag is down again.
                while (caller.isInterrupted()) {
                    Thread.onSpinWait();
                }
                disturbed.set(Thread.currentThread().isInterrupted());
                return "written";
            });

            assertThat(result).isEqualTo("written");
            assertThat(disturbed).isFalse();
            assertThat(caller.isInterrupted()).isFalse();
        }
        assertThat(caller.isInterrupted()).isTrue();
    }

    @Test
    @DisplayName("throws what it throws")
    void fails() {
        try (UninterruptedWork work = new UninterruptedWork()) {
            assertThatThrownBy(() -> work.call(() -> {
                        throw new IllegalArgumentException("no");
                    }))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no");
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
