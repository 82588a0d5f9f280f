package io.github.keycloakjumpcloud.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.credential.SignInAnswer;
import io.github.keycloakjumpcloud.credential.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sign-in that waits")
class WaitingSignInsTest {

    private static final SignInAnswer GOOD = SignInAnswer.of(new Verdict.Accepted());
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicLong clock = new AtomicLong();
    private final BlockingQueue<Applicant> uncollected = new LinkedBlockingQueue<>();
    private final WaitingSignIns waiting = new WaitingSignIns(uncollected::add, clock::get);
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
    @DisplayName("has no answer where the question failed or was broken off, and tells which")
    void noAnswer() {
        IllegalStateException failure = new IllegalStateException("out of order");
        WaitingSignIn failed = waiting.begin(tab("failed"), applicant("jane", false), () -> {
                    throw failure;
                })
                .orElseThrow();
        assertThat(failed.isAnsweredWithin(LONG)).isTrue();
        assertThat(failed.answer()).isEmpty();
        assertThat(failed.failure()).isSameAs(failure);

        WaitingSignIn brokenOff = begin("tab", "jane").orElseThrow();
        waiting.giveUp(tab("tab"));
        assertThat(brokenOff.isAnswered()).isTrue();
        assertThat(brokenOff.answer()).isEmpty();
        assertThat(brokenOff.failure()).isNull();
    }

    @Test
    @DisplayName(
            "is asked about every two seconds, later every five, and where many wait at most 20 times a second by all together")
    void pauses() {
        WaitingSignIn first = begin("tab", "jane").orElseThrow();
        assertThat(waiting.pause(first)).hasSeconds(2);
        clock.set(Duration.ofSeconds(10).toNanos());
        assertThat(waiting.pause(first)).hasSeconds(5);

        for (int i = 1; i < WaitingSignIns.MOST_PUSHES; i++) {
            begin("tab" + i, "user" + i);
        }

        WaitingSignIn last =
                waiting.begin(tab("last"), applicant("last", true), () -> GOOD).orElseThrow();
        assertThat(waiting.pause(last)).hasSeconds(10);
        assertThat(waiting.pause(first)).hasSeconds(10);
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
    @DisplayName("whose refusal nobody came for is counted once, soon after the browser asks no more")
    void uncollectedRefusal() throws InterruptedException {
        WaitingSignIn signIn = refused("tab");
        pass(WaitingSignIns.UNASKED.minusSeconds(1));
        assertThat(waiting.size()).isOne();
        pass(Duration.ofSeconds(1));

        assertThat(uncollected.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isSameAs(signIn.applicant());
        assertThat(waiting.collect(tab("tab"), signIn)).isFalse();
        waiting.giveUp(tab("tab"));
        assertThat(countedNext()).isEmpty();
    }

    @Test
    @DisplayName(
            "whose refusal is there when its tab gives up is counted; what was collected, good or unanswered is not")
    void refusalGivenUp() throws InterruptedException {
        WaitingSignIn collected = refused("collected");
        assertThat(waiting.collect(tab("collected"), collected)).isTrue();
        assertThat(waiting.collect(tab("collected"), collected)).isFalse();
        assertThat(begin("unanswered", "jane")).isPresent();
        waiting.giveUp(tab("unanswered"));
        approved.countDown();
        assertThat(begin("good", "jane").orElseThrow().isAnsweredWithin(LONG)).isTrue();
        waiting.giveUp(tab("good"));
        waiting.giveUp(tab("collected"));
        assertThat(countedNext()).isEmpty();

        WaitingSignIn refused = refused("refused");
        waiting.giveUp(tab("refused"));

        assertThat(uncollected.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isSameAs(refused.applicant());
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
    @DisplayName("takes one of so many places of the node, of which some are left to those with a code")
    void places() {
        for (int number = 0; number < WaitingSignIns.MOST_PUSHES; number++) {
            assertThat(begin("tab" + number, "user" + number)).isPresent();
        }
        assertThat(begin("one too many", "somebody")).isEmpty();
        for (int number = WaitingSignIns.MOST_PUSHES; number < WaitingSignIns.MOST; number++) {
            assertThat(withCode("tab" + number, "user" + number)).isPresent();
        }
        assertThat(withCode("one too many", "somebody")).isEmpty();
    }

    @Test
    @DisplayName("with a code takes none of its user's places, whose phone it does not ring")
    void codesOfUser() {
        for (int number = 0; number <= WaitingSignIns.MOST_OF_USER; number++) {
            assertThat(withCode("code" + number, "jane")).isPresent();
        }
        for (int number = 0; number < WaitingSignIns.MOST_OF_USER; number++) {
            assertThat(begin("push" + number, "jane")).isPresent();
        }
        assertThat(withCode("another code", "jane")).isPresent();
        assertThat(begin("one too many", "jane")).isEmpty();
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
        return waiting.begin(tab(tab), applicant(user, false), this::ask);
    }

    private Optional<WaitingSignIn> withCode(String tab, String user) {
        return waiting.begin(tab(tab), applicant(user, true), this::ask);
    }

    private WaitingSignIn refused(String tab) {
        SignInAnswer answer = SignInAnswer.of(new Verdict.Refused("wrong"));
        WaitingSignIn signIn =
                waiting.begin(tab(tab), applicant(tab, false), () -> answer).orElseThrow();
        assertThat(signIn.isAnsweredWithin(LONG)).isTrue();
        return signIn;
    }

    /** What was counted before another refusal is, besides that one: all are counted on one thread. */
    private List<Applicant> countedNext() throws InterruptedException {
        WaitingSignIn last = refused("last");
        waiting.giveUp(tab("last"));
        List<Applicant> before = new ArrayList<>();
        Applicant counted = uncollected.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        while (counted != null && !counted.equals(last.applicant())) {
            before.add(counted);
            counted = uncollected.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        }
        return before;
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

    private static Applicant applicant(String user, boolean code) {
        return new Applicant("realm", user, user, code, false, new Origin("192.0.2.1", URI.create("https://id.test/")));
    }

    private static BrowserTab tab(String name) {
        return new BrowserTab("root", name);
    }
}
