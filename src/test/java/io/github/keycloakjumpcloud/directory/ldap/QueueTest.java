package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.DirectoryBench.CALM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ServerStatus;
import io.github.keycloakjumpcloud.standin.Hang;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for a thread here is nobody's silence. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QueueTest {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DirectoryBench bench = new DirectoryBench();

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void workThatFindsNoThreadInTimeIsTooMuchAndWorkThatTakesTooLongIsATimeout() throws LdapFailure {
        CountDownLatch release = new CountDownLatch(1);
        try (DeadlineExecutor one = new DeadlineExecutor("test", 1, 10)) {
            DeadlineExecutor.Pending<Boolean> begun = one.start(LIMIT, deadline -> waitFor(release));
            DeadlineExecutor.Pending<Boolean> waiting = one.start(LIMIT, deadline -> true);

            assertThat(problemOf(begun::await)).isEqualTo(Problem.of(Problem.Kind.TIMEOUT, "300"));
            assertThat(problemOf(waiting::await)).isEqualTo(Problem.of(Problem.Kind.BUSY, "1"));
        } finally {
            release.countDown();
        }
    }

    @Test
    void aBindWithTooLittleTimeLeftIsNotSent() throws LdapFailure {
        try (LdapConnections connections = bench.setup.connections()) {
            Link link = connections.connectors().get(0).open();
            UserBind late = bind(MINUTE.dividedBy(3));

            Problem before = problemOf(late::requireTime);
            Problem connected = problemOf(() -> late.send(link));

            assertThat(before).isEqualTo(Problem.of(Problem.Kind.BUSY, "7")).isEqualTo(connected);
            link.discard();
        }
        assertThat(bench.standIn.counts().binds()).isZero();
    }

    @Test
    void aBindSaysSomethingAboutTheServerOnlyWithAllItsTime() throws Exception {
        try (LdapConnections connections = bench.setup.connections()) {
            Link link = connections.connectors().get(0).open();
            UserBind hurried = bind(MINUTE.dividedBy(3).multipliedBy(2));
            UserBind unhurried = bind(MINUTE.multipliedBy(2));

            hurried.send(link);
            unhurried.send(link);

            assertThat(hurried.silenceTells()).isFalse();
            assertThat(unhurried.silenceTells()).isTrue();
            link.discard();
        }
    }

    @Test
    void theServersTimeBeginsWithTheSending() throws Exception {
        try (LdapConnections connections = bench.setup.connections()) {
            Link link = connections.connectors().get(0).open();
            AtomicLong before = new AtomicLong();
            UserBind bind = bind(MINUTE, () -> before.set(System.nanoTime()));
            assertThat(bind.waited()).isZero();

            bind.send(link);

            assertThat(bind.waited()).isPositive().isLessThan(Duration.ofNanos(System.nanoTime() - before.get()));
            assertThat(bind.waited()).isEqualTo(bind.waited());
            link.discard();
        }
    }

    @Test
    void aLookUpThatWaitedForAThreadIsNotSent() {
        try (LdapConnections connections = bench.setup.connections()) {
            Deadline late = Deadline.in(bench.setup.readTimeout.dividedBy(3));
            UserLookup lookup = new UserLookup(connections, bench.setup.config(), late);

            Problem problem = problemOf(() -> lookup.find("uid", "jane.doe", false, entry -> true));

            assertThat(problem).isEqualTo(Problem.of(Problem.Kind.BUSY, "10"));
        }
        assertThat(bench.standIn.counts().connections()).isZero();
    }

    @Test
    void aLookUpInHasteLeavesTheServerItsGoodName() {
        bench.standIn.behaviour().hang(Hang.SEARCH);
        bench.setup.upkeep = CALM;
        try (LdapConnections connections = bench.setup.connections()) {
            Deadline tight = Deadline.in(bench.setup.readTimeout.multipliedBy(2).dividedBy(3));
            UserLookup hurried = new UserLookup(connections, bench.setup.config(), tight);
            assertThat(problemOf(() -> hurried.find("uid", "jane.doe", false, entry -> true))
                            .kind())
                    .isEqualTo(Problem.Kind.TIMEOUT);
            assertThat(connections.status()).noneMatch(ServerStatus::failed);

            UserLookup unhurried = new UserLookup(connections, bench.setup.config(), Deadline.in(MINUTE));
            problemOf(() -> unhurried.find("uid", "jane.doe", false, entry -> true));
            assertThat(connections.status()).anyMatch(ServerStatus::failed);
        }
    }

    private UserBind bind(Duration left) {
        return bind(left, () -> {});
    }

    private UserBind bind(Duration left, Runnable whileWaiting) {
        return new UserBind(
                bench.standIn.directory().dnOf("jane.doe"),
                bench.standIn.passwordOf("jane.doe"),
                new BindTerms(MINUTE, Deadline.in(left), false, 7),
                whileWaiting);
    }

    private static boolean waitFor(CountDownLatch release) {
        try {
            release.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Problem problemOf(ThrowingCallable work) {
        return catchThrowableOfType(LdapFailure.class, work).problem();
    }
}
