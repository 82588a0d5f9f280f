package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One user's password, typed many times at once,")
class RefusedPasswordsTest {

    private static final String USER = "kc-1";
    private static final int OTHERS = 9;

    private final RefusedPasswords passwords = new RefusedPasswords(System::nanoTime);
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answered = new CountDownLatch(1);

    @Test
    @DisplayName("is asked about once where it is wrong")
    void refused() {
        assertThat(verdicts(new Verdict.Refused("wrong")))
                .hasSize(1 + OTHERS)
                .allMatch(Verdict.Refused.class::isInstance);
        assertThat(asked).hasValue(1);
    }

    @Test
    @DisplayName("is asked about once where nobody answers")
    void unavailable() {
        Verdict away = new Verdict.Unavailable(FakeDirectory.AWAY);

        assertThat(verdicts(away)).hasSize(1 + OTHERS).containsOnly(away);
        assertThat(asked).hasValue(1);
    }

    @Test
    @DisplayName("is asked about by each where it is right: nobody gets in by somebody else's answer")
    void accepted() {
        assertThat(verdicts(new Verdict.Accepted())).hasSize(1 + OTHERS).allMatch(Verdict.Accepted.class::isInstance);
        assertThat(asked).hasValue(1 + OTHERS);
    }

    @Test
    @DisplayName("is another question for another password or user")
    void others() {
        SignInAnswer outer = passwords.ask(USER, "one", () -> {
            passwords.ask(USER, "two", this::good);
            return passwords.ask("kc-2", "one", this::good);
        });

        assertThat(outer.verdict().letsIn()).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    @DisplayName("can be asked about again after a question that failed")
    void failed() {
        assertThatThrownBy(() -> passwords.ask(USER, "one", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(passwords.ask(USER, "one", this::good).verdict().letsIn()).isTrue();
    }

    private SignInAnswer good() {
        asked.incrementAndGet();
        return SignInAnswer.of(new Verdict.Accepted());
    }

    /** The first question is answered when everybody else has come. */
    private List<Verdict> verdicts(Verdict verdict) {
        Supplier<SignInAnswer> question = () -> {
            asked.incrementAndGet();
            await(answered);
            return SignInAnswer.of(verdict);
        };
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<Verdict>> all = IntStream.rangeClosed(0, OTHERS)
                .mapToObj(number -> {
                    CompletableFuture<Verdict> mine = new CompletableFuture<>();
                    Thread thread = new Thread(() ->
                            mine.complete(passwords.ask(USER, "same", question).verdict()));
                    threads.add(thread);
                    thread.start();
                    return mine;
                })
                .toList();
        Awaitility.await("everybody waits").until(() -> threads.stream()
                .allMatch(thread ->
                        thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING));
        answered.countDown();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
