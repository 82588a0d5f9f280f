package io.github.keycloakjumpcloud.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.credential.SignInAnswer;
import io.github.keycloakjumpcloud.credential.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sign-in that waits")
class WaitingSignInsTest {

    private static final SignInAnswer GOOD = new SignInAnswer(new Verdict.Accepted(), null);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicLong clock = new AtomicLong();
    private final WaitingSignIns waiting = new WaitingSignIns(clock::get);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch approved = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @AfterEach
    void close() {
        waiting.close();
    }

    @Test
    @DisplayName("is answered apart from the thread that asked, and found by its tab and its id alone")
    void answered() {
        WaitingSignIn signIn = begin("tab", "jane").orElseThrow();
        assertThat(signIn.isAnsweredWithin(Duration.ZERO)).isFalse();
        assertThat(waiting.find(tab("tab"), signIn.id())).contains(signIn);
        assertThat(waiting.find(tab("tab"), "another")).isEmpty();
        assertThat(waiting.find(tab("other"), signIn.id())).isEmpty();

        approved.countDown();

        assertThat(signIn.isAnsweredWithin(LONG)).isTrue();
        assertThat(signIn.answer()).containsSame(GOOD);
    }

    @Test
    @DisplayName("is broken off when its tab gives up or asks something else")
    void givenUp() throws InterruptedException {
        assertThat(begin("tab", "jane")).isPresent();
        // What has not begun yet needs no interrupt.
        assertThat(asked.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        WaitingSignIn second = begin("tab", "jane").orElseThrow();
        assertThat(interrupted.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.size()).isOne();

        waiting.giveUp(tab("tab"));

        assertThat(waiting.find(tab("tab"), second.id())).isEmpty();
        assertThat(second.isAnswered()).isTrue();
        assertThat(waiting.size()).isZero();
    }

    @Test
    @DisplayName("takes one of three places of its user")
    void placesOfUser() {
        for (int number = 1; number <= WaitingSignIns.MOST_OF_USER; number++) {
            assertThat(begin("tab" + number, "jane")).isPresent();
        }
        assertThat(begin("one too many", "jane")).isEmpty();
        assertThat(begin("john's", "john")).isPresent();

        waiting.giveUp(tab("tab1"));
        assertThat(begin("one again", "jane")).isPresent();
    }

    @Test
    @DisplayName("takes one of so many places of the node")
    void places() {
        for (int number = 0; number < WaitingSignIns.MOST; number++) {
            assertThat(begin("tab" + number, "user" + number)).isPresent();
        }
        assertThat(begin("one too many", "somebody")).isEmpty();
    }

    @Test
    @DisplayName("is broken off when its browser asks no more")
    void unasked() throws InterruptedException {
        WaitingSignIn signIn = begin("tab", "jane").orElseThrow();
        assertThat(asked.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        pass(WaitingSignIns.UNASKED.minusSeconds(1));
        assertThat(waiting.find(tab("tab"), signIn.id())).isPresent();
        pass(WaitingSignIns.UNASKED.minusSeconds(1));
        assertThat(waiting.size()).isOne();

        pass(Duration.ofSeconds(1));

        assertThat(waiting.size()).isZero();
        assertThat(interrupted.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("keeps its answer for a browser that comes back from another app")
    void answerKept() {
        WaitingSignIn signIn = begin("tab", "jane").orElseThrow();
        approved.countDown();
        assertThat(signIn.isAnsweredWithin(LONG)).isTrue();

        pass(WaitingSignIns.UNASKED.plusSeconds(60));
        assertThat(waiting.find(tab("tab"), signIn.id())).contains(signIn);

        pass(WaitingSignIns.ANSWER_KEPT);
        assertThat(waiting.size()).isZero();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
        waiting.dropUnasked();
    }

    private Optional<WaitingSignIn> begin(String tab, String user) {
        return waiting.begin(tab(tab), new Applicant(user, false, false), this::ask);
    }

    /** Waits until the push is approved or the question broken off. */
    private SignInAnswer ask() {
        asked.countDown();
        try {
            approved.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return GOOD;
    }

    private static BrowserTab tab(String name) {
        return new BrowserTab("root", name);
    }
}
