package io.github.keycloakjumpcloud.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A round of welcome mails")
class WelcomeRoundTest {

    private final List<String> asked = new ArrayList<>();

    /** Takes no time, and lets none pass. */
    private static Pace pace() {
        return new Pace(() -> 0, nanos -> {});
    }

    private WelcomeMails round(FakeMailQueue queue, Mailer mailer) {
        return new WelcomeRound(queue, userId -> remember(userId, mailer), pace()).run(() -> false, () -> {}, 7);
    }

    private MailOutcome remember(String userId, Mailer mailer) {
        asked.add(userId);
        return mailer.send(userId);
    }

    @Test
    @DisplayName("marks each mail as sent before it is")
    void markedFirst() {
        FakeMailQueue queue = FakeMailQueue.of(3);

        WelcomeMails mails = round(queue, userId -> {
            assertThat(queue.users()).doesNotContain(userId);
            return new MailOutcome.Sent();
        });

        assertThat(mails).isEqualTo(new WelcomeMails(3, 3, 0, 0, 0, 7, List.of()));
        assertThat(asked).containsExactly("user0", "user1", "user2");
    }

    @Test
    @DisplayName("leaves a mail alone that somebody else has taken meanwhile")
    void takenElsewhere() {
        FakeMailQueue queue = FakeMailQueue.of(3);

        WelcomeMails mails = round(queue, userId -> {
            queue.waiting().stream()
                    .filter(mail -> mail.userId().equals("user1"))
                    .forEach(queue::take);
            return new MailOutcome.Sent();
        });

        assertThat(mails).isEqualTo(new WelcomeMails(3, 2, 0, 0, 0, 7, List.of()));
        assertThat(asked).containsExactly("user0", "user2");
    }

    @Test
    @DisplayName("sends 500 at most; the rest waits")
    void bounded() {
        FakeMailQueue queue = FakeMailQueue.of(501);

        assertThat(round(queue, userId -> new MailOutcome.Sent()))
                .isEqualTo(new WelcomeMails(500, 500, 0, 1, 0, 7, List.of()));
        assertThat(queue.users()).containsExactly("user500");
    }

    @Test
    @DisplayName("ends after three failures in a row; what did not leave waits behind the others")
    void deadServer() {
        FakeMailQueue queue = FakeMailQueue.of(8);

        WelcomeMails mails = round(queue, userId -> new MailOutcome.Unsent("no answer", false));

        assertThat(mails).isEqualTo(new WelcomeMails(8, 0, 0, 8, 0, 7, List.of("no answer")));
        assertThat(asked).hasSize(3);
        assertThat(queue.users())
                .startsWith("user3")
                .endsWith("user0", "user1", "user2")
                .hasSize(8);
    }

    @Test
    @DisplayName("ends at the first failure that every other mail would meet")
    void wrongPassword() {
        FakeMailQueue queue = FakeMailQueue.of(3);

        WelcomeMails mails = round(queue, userId -> new MailOutcome.Unsent("wrong password", true));

        assertThat(mails).isEqualTo(new WelcomeMails(3, 0, 0, 3, 0, 7, List.of("wrong password")));
        assertThat(asked).containsExactly("user0");
        assertThat(queue.users()).containsExactly("user1", "user2", "user0");
    }

    @Test
    @DisplayName("does not revive a mail that was given up while it was on its way")
    void switchedOff() {
        FakeMailQueue queue = FakeMailQueue.of(3);

        WelcomeMails mails = round(queue, userId -> {
            queue.unwanted();
            return new MailOutcome.Unsent("no answer", false);
        });

        assertThat(mails).isEqualTo(new WelcomeMails(3, 0, 0, 0, 1, 7, List.of("no answer")));
        assertThat(queue.users()).isEmpty();
    }

    @Test
    @DisplayName("gives a mail back once more where the database fails")
    void givenBackTwice() {
        FakeMailQueue queue = FakeMailQueue.of(2).failing(1);

        WelcomeMails mails = round(queue, userId -> new MailOutcome.Unsent("no answer", true));

        assertThat(mails).isEqualTo(new WelcomeMails(2, 0, 0, 2, 0, 7, List.of("no answer")));
        assertThat(queue.users()).containsExactly("user1", "user0");
    }

    @Test
    @DisplayName("says what it sent and lost, and why, where the database goes away")
    void databaseAway() {
        FakeMailQueue queue = FakeMailQueue.of(4).failing(2);

        WelcomeMails mails = round(
                queue,
                userId -> userId.equals("user0") ? new MailOutcome.Sent() : new MailOutcome.Unsent("no answer", false));

        assertThat(mails).isEqualTo(new WelcomeMails(4, 1, 1, 2, 0, 7, List.of("no answer", Welcome.BROKEN_OFF)));
        assertThat(asked).containsExactly("user0", "user1");
    }

    @Test
    @DisplayName("goes on after single failures, and never repeats one that may have arrived")
    void singleFailures() {
        FakeMailQueue queue = FakeMailQueue.of(12);

        WelcomeMails mails = round(
                queue,
                userId -> Set.of("user2", "user5", "user8", "user11").contains(userId)
                        ? new MailOutcome.Sent()
                        : new MailOutcome.Failed(userId));

        assertThat(mails.sent()).isEqualTo(4);
        assertThat(mails.failed()).isEqualTo(8);
        assertThat(mails.waiting()).isZero();
        assertThat(mails.problems()).hasSize(8);
        assertThat(queue.users()).isEmpty();
    }

    @Test
    @DisplayName("does not count whom nobody can write to any more as a failure")
    void lapsed() {
        FakeMailQueue queue = FakeMailQueue.of(8);

        assertThat(round(queue, userId -> new MailOutcome.Lapsed()))
                .isEqualTo(new WelcomeMails(8, 0, 0, 0, 8, 7, List.of()));
    }

    @Test
    @DisplayName("ends before the next mail when it is asked to, and the rest waits")
    void stopped() {
        FakeMailQueue queue = FakeMailQueue.of(5);
        AtomicInteger steps = new AtomicInteger();

        WelcomeMails mails = new WelcomeRound(queue, userId -> new MailOutcome.Sent(), pace())
                .run(() -> steps.get() == 2, steps::incrementAndGet, 0);

        assertThat(mails).isEqualTo(new WelcomeMails(5, 2, 0, 3, 0, 0, List.of()));
    }
}
