package io.github.keycloakjumpcloud.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnknownNamesTest {

    private static final Lookup UNKNOWN = new Lookup.Unknown(Problem.of(Problem.Kind.TIMEOUT, "1"));

    private static final Lookup READER =
            new Lookup.Unusable(Lookup.Unusable.Cause.READER, "the reader", "uid=reader", List.of());

    private final AtomicLong clock = new AtomicLong();
    private final UnknownNames names = new UnknownNames(clock::get);
    private final AtomicInteger questions = new AtomicInteger();

    private Lookup ask(String name, Lookup answer) {
        return names.find(name, () -> {
            questions.incrementAndGet();
            return answer;
        });
    }

    @Test
    @DisplayName("a name that nobody has is asked for once in half a minute")
    void once() {
        ask("nobody", new Lookup.Absent());
        clock.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(ask("nobody", UNKNOWN)).isEqualTo(new Lookup.Absent());
        assertThat(questions).hasValue(1);

        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        ask("nobody", new Lookup.Absent());
        assertThat(questions).hasValue(2);
    }

    @Test
    @DisplayName("an account that may not sign in is remembered with its reason; what could not be asked is not")
    void kinds() {
        ask("reader", READER);
        assertThat(ask("reader", UNKNOWN)).isEqualTo(READER);

        ask("somebody", UNKNOWN);
        ask("somebody", UNKNOWN);
        assertThat(questions).hasValue(3);
    }

    @Test
    @DisplayName("many who ask for a name at once share one question and its answer")
    void together() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        List<CompletableFuture<Lookup>> callers = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            callers.add(CompletableFuture.supplyAsync(() -> names.find("nobody", () -> {
                questions.incrementAndGet();
                await(answer);
                return new Lookup.Absent();
            })));
        }
        Awaitility.await().until(() -> questions.get() > 0);
        answer.countDown();

        for (CompletableFuture<Lookup> caller : callers) {
            assertThat(caller.get(20, TimeUnit.SECONDS)).isEqualTo(new Lookup.Absent());
        }
        assertThat(questions).hasValue(1);
    }

    @Test
    @DisplayName("a question that fails leaves nothing behind")
    void failure() {
        assertThatThrownBy(() -> names.find("nobody", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(ask("nobody", new Lookup.Absent())).isEqualTo(new Lookup.Absent());
        assertThat(questions).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
