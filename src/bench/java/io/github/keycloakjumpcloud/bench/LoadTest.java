package io.github.keycloakjumpcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class LoadTest {

    private static final Company COMPANY = new Company(Scale.of(1_000), DirectoryState.FIRST);

    @Test
    @DisplayName("a percentile is the time that so many did not exceed, by nearest rank, whatever the order")
    void percentiles() {
        long[] backwards = LongStream.rangeClosed(1, 400)
                .map(number -> (401 - number) * 1_000_000)
                .toArray();
        Latencies latencies = new Latencies(backwards);

        assertThat(latencies.percentile(50)).isEqualTo(200);
        assertThat(latencies.percentile(95)).isEqualTo(380);
        assertThat(latencies.percentile(99)).isEqualTo(396);
        assertThat(latencies.percentile(100)).isEqualTo(400);
        assertThat(new Latencies(new long[] {2_500_000}).percentile(99)).isEqualTo(2.5);
    }

    @Test
    @DisplayName("nothing has no percentiles, and there is none above 100")
    void noPercentiles() {
        assertThatThrownBy(() -> new Latencies(new long[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Latencies(new long[] {1}).percentile(101))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("so many users sign in at the same time, each number once, and wrong answers are counted")
    void load() {
        CountDownLatch allAtOnce = new CountDownLatch(5);
        AtomicInteger closed = new AtomicInteger();
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();

        Load.Outcome outcome = new Load(5, () -> new Load.Client() {
                    @Override
                    public boolean signIn(Credentials credentials) {
                        seen.add(credentials.username());
                        allAtOnce.countDown();
                        awaitOthers(allAtOnce);
                        return !credentials.username().endsWith("7");
                    }

                    @Override
                    public void close() {
                        closed.incrementAndGet();
                    }
                })
                .run(50, number -> new Credentials("user" + number, ""));

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 50)
                        .mapToObj(number -> "user" + number)
                        .toList());
        assertThat(outcome.unexpected()).isEqualTo(5);
        assertThat(outcome.seconds()).isPositive();
        assertThat(closed).hasValue(5);
    }

    private static void awaitOthers(CountDownLatch others) {
        try {
            others.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("wrong passwords and unknown names never come twice, right ones belong to a small circle")
    void credentials() {
        List<Credentials> wrong = IntStream.range(0, 1_000)
                .mapToObj(number -> SignInKind.WRONG_PASSWORD.credentials(COMPANY, number))
                .toList();
        assertThat(wrong).doesNotHaveDuplicates();
        assertThat(wrong.stream().map(Credentials::password)).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 1_000).mapToObj(number -> SignInKind.UNKNOWN_NAME
                        .credentials(COMPANY, number)
                        .username()))
                .doesNotHaveDuplicates();
        Set<Credentials> right = new HashSet<>();
        IntStream.range(0, 1_000).forEach(number -> right.add(SignInKind.KNOWN_USER.credentials(COMPANY, number)));
        assertThat(right).hasSize(SignInKind.CIRCLE).contains(new Credentials("anna.adams1", "anna.adams1-Secret01!"));
        assertThat(SignInKind.CODE.credentials(COMPANY, 0).password()).isEqualTo("anna.adams1-Secret01!,123456");
    }
}
