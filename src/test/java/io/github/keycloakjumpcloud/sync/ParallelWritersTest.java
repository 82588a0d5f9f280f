package io.github.keycloakjumpcloud.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ParallelWritersTest {

    @Test
    @DisplayName("the results stand in the order of the inputs, whichever ends first")
    void order() {
        CountDownLatch secondHasRun = new CountDownLatch(1);

        List<Integer> results = ParallelWriters.map(List.of(1, 2), 4, input -> {
            if (input == 2) {
                secondHasRun.countDown();
            } else {
                Latches.await(secondHasRun);
            }
            return input * 10;
        });

        assertThat(results).containsExactly(10, 20);
    }

    @Test
    @DisplayName("a single input needs no thread, many share a few")
    void threads() {
        assertThat(ParallelWriters.map(List.of(1), 4, input -> Thread.currentThread()))
                .containsExactly(Thread.currentThread());
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        ParallelWriters.map(IntStream.range(0, 100).boxed().toList(), 4, input -> threads.add(Thread.currentThread()));

        assertThat(threads).hasSizeLessThanOrEqualTo(4).doesNotContain(Thread.currentThread());
    }

    @Test
    @DisplayName("what goes wrong is thrown with its cause")
    void failure() {
        assertThatThrownBy(() -> ParallelWriters.map(List.of(1, 2), 4, input -> {
                    throw new ArithmeticException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(ArithmeticException.class);
    }
}
