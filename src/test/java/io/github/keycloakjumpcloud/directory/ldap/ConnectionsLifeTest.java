package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.DirectoryBench.BUSY;
import static io.github.keycloakjumpcloud.directory.ldap.DirectoryBench.CALM;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.present;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unavailable;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unknown;
import static io.github.keycloakjumpcloud.directory.ldap.ParallelCalls.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections from the first to the last: how many, how long, and what becomes of requests meanwhile. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionsLifeTest {

    private final DirectoryBench bench = new DirectoryBench();
    private final JumpCloudStandIn standIn = bench.standIn;
    private final Setup setup = bench.setup;

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void opensNothingBeforeItIsNeeded() {
        standIn.stopListening();
        LdapDirectory directory = bench.directory(CALM);

        standIn.startListening();
        assertThat(standIn.counts().connections()).isZero();
        present(directory.findByUsername("jane.doe"));
    }

    @Test
    void neverMoreConnectionsThanThePoolSize() {
        setup.poolSize = 3;
        LdapDirectory directory = bench.directory(CALM);
        standIn.behaviour().latency(Duration.ofMillis(50));

        inParallel(20, () -> present(directory.findByUsername("jane.doe")));

        assertThat(standIn.counts().connections()).isLessThanOrEqualTo(3);
    }

    @Test
    void tooManyAtOnceAreTurnedAway() {
        setup.poolSize = 1;
        LdapDirectory directory = bench.directory(CALM);
        standIn.behaviour().hang(Hang.SEARCH);

        List<Lookup> outcomes = inParallel(20, () -> directory.findByUsername("jane.doe"));

        assertThat(outcomes).allSatisfy(Outcomes::unknown);
        assertThat(outcomes.stream().map(Outcomes::unknown))
                .contains(Problem.of(Problem.Kind.BUSY, "1"))
                .anyMatch(problem -> problem.kind() == Problem.Kind.TIMEOUT);
    }

    @Test
    void idleConnectionsAreKeptOpenAndReplaced() {
        standIn.behaviour().idleTimeout(Duration.ofMillis(400));
        LdapDirectory directory = bench.directory(BUSY);
        present(directory.findByUsername("jane.doe"));
        bench.accepted(directory);
        long before = standIn.counts().connections();
        await().during(Duration.ofSeconds(1)).until(() -> standIn.openConnections() == 2);
        assertThat(standIn.counts().connections()).isEqualTo(before);

        standIn.dropConnections();
        await().until(() -> standIn.openConnections() == 2);
    }

    @Test
    void anOldConnectionIsReplacedInTheBackground() {
        LdapDirectory directory = bench.directory(new Upkeep(
                Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMinutes(5), Duration.ofSeconds(1), false));
        bench.accepted(directory);

        await().until(() -> standIn.counts().connections() > 2);
        await().until(() -> standIn.openConnections() == 1);
    }

    @Test
    void aConnectionForTheNextSignInIsOpenedAhead() {
        LdapDirectory directory = bench.directory(Upkeep.DEFAULT);

        bench.accepted(directory);

        await().until(() -> standIn.openConnections() == 2);
        long opened = standIn.counts().connections();
        standIn.behaviour().latency(Duration.ofMillis(200));
        inParallel(2, () -> bench.signIn(directory));
        assertThat(standIn.counts().bindsOk()).isEqualTo(3);
        // Both were there; a third one waits for the next.
        await().until(() -> standIn.openConnections() == opened + 1);
    }

    @Test
    void connectionsThatNobodyNeedsGoExceptOne() {
        LdapDirectory directory = bench.directory(new Upkeep(
                Duration.ofMillis(100), Duration.ofMinutes(5), Duration.ofMillis(500), Duration.ofSeconds(1), false));
        standIn.behaviour().latency(Duration.ofMillis(100));
        inParallel(5, () -> present(directory.findByUsername("jane.doe")));

        await().until(() -> standIn.openConnections() == 1);
    }

    @Test
    void anInterruptEndsTheWaitAndHarmsNothing() throws InterruptedException {
        LdapDirectory directory = bench.directory(CALM);
        present(directory.findByUsername("jane.doe"));
        standIn.behaviour().latency(Duration.ofMillis(600));
        standIn.resetCounts();
        AtomicReference<Lookup> outcome = new AtomicReference<>();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            outcome.set(directory.findByUsername("jane.doe"));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);

        caller.interrupt();
        caller.join(300);

        assertThat(caller.isAlive()).isFalse();
        assertThat(outcome.get()).isInstanceOf(Lookup.Unknown.class);
        assertThat(stillInterrupted).isTrue();
        await().until(() -> standIn.counts().searches() == 1);
        standIn.behaviour().latency(Duration.ZERO);
        await().untilAsserted(() -> present(directory.findByUsername("jane.doe")));
        assertThat(standIn.counts().binds()).as("the connection was not lost").isZero();
    }

    @Test
    void closingClosesEverythingAndLaterRequestsSaySo() {
        LdapConnections connections = setup.connections();
        LdapDirectory directory = new LdapDirectory(connections, setup.config());
        present(directory.findByUsername("jane.doe"));
        bench.accepted(directory);

        connections.close();

        await().until(() -> standIn.openConnections() == 0);
        assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.CLOSED);
        assertThat(unavailable(bench.signIn(directory)).kind()).isEqualTo(Problem.Kind.CLOSED);
        assertThat(Outcomes.failed(directory.read()).kind()).isEqualTo(Problem.Kind.CLOSED);
        assertThat(Outcomes.broken(directory.probe()).kind()).isEqualTo(Problem.Kind.CLOSED);
    }

    @Test
    void aRequestUnderWayIsAnsweredThoughTheConnectionsAreClosed() {
        LdapConnections connections = setup.connections();
        LdapDirectory directory = new LdapDirectory(connections, setup.config());
        present(directory.findByUsername("jane.doe"));
        standIn.behaviour().latency(Duration.ofMillis(400));
        standIn.resetCounts();
        CompletableFuture<Lookup> answer = CompletableFuture.supplyAsync(() -> directory.findByUsername("jane.doe"));
        await().until(DirectoryBench::searchUnderWay);

        connections.close();

        present(answer.join());
        await().until(() -> standIn.openConnections() == 0);
        assertThat(standIn.operations())
                .noneMatch(operation -> operation.kind() == OperationKind.BIND && operation.resultCode() != 0);
    }
}
