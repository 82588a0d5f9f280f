package io.github.keycloakjumpcloud.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.credential.SignInAnswer;
import io.github.keycloakjumpcloud.credential.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two requests that begin a sign-in at the same moment")
class SimultaneousSignInsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicReference<Thread> slow = new AtomicReference<>();
    private final WaitingSignIns waiting = new WaitingSignIns(refused -> {}, this::time);

    @AfterEach
    void close() {
        released.countDown();
        waiting.close();
    }

    @Test
    @DisplayName("in one tab leave one question, and the other is broken off")
    void oneTab() throws InterruptedException {
        List<WaitingSignIn> begun = together("tab", "tab");

        assertThat(begun).hasSize(2).filteredOn(signIn -> !signIn.isAnswered()).hasSize(1);
        assertThat(waiting.size()).isOne();
    }

    @Test
    @DisplayName("in two tabs do not both get the last place of a user")
    void lastPlace() throws InterruptedException {
        for (int number = 1; number < WaitingSignIns.MOST_OF_USER; number++) {
            assertThat(begin("tab" + number)).isPresent();
        }

        assertThat(together("one", "another")).hasSize(1);

        assertThat(waiting.size()).isEqualTo(WaitingSignIns.MOST_OF_USER);
    }

    /** The first is held up in the middle, until the second has come as far as it can. */
    private List<WaitingSignIn> together(String firstTab, String secondTab) throws InterruptedException {
        List<Optional<WaitingSignIn>> begun = new ArrayList<>(List.of(Optional.empty(), Optional.empty()));
        Thread first = new Thread(() -> begun.set(0, begin(firstTab)));
        Thread second = new Thread(() -> begun.set(1, begin(secondTab)));
        slow.set(first);
        first.start();
        held.await();
        second.start();
        Awaitility.await("the second")
                .atMost(LIMIT)
                .until(() -> second.getState() == Thread.State.BLOCKED || second.getState() == Thread.State.TERMINATED);
        released.countDown();
        first.join();
        second.join();
        return begun.stream().flatMap(Optional::stream).toList();
    }

    private Optional<WaitingSignIn> begin(String tab) {
        Origin origin = new Origin("192.0.2.1", URI.create("https://id.test/"));
        return waiting.begin(
                new BrowserTab("root", tab), new Applicant("realm", "jane", "jane", false, false, origin), this::ask);
    }

    private SignInAnswer ask() {
        await(never);
        return SignInAnswer.of(new Verdict.Accepted());
    }

    /** Asked for after the question has begun, and before the sign-in can be found. */
    private long time() {
        if (Thread.currentThread().equals(slow.get())) {
            held.countDown();
            await(released);
        }
        return 0;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
