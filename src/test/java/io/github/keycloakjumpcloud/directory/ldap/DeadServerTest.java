package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.present;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unavailable;
import static io.github.keycloakjumpcloud.directory.ldap.ParallelCalls.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sign-ins while the first of two servers is dead. The limits for an answer are longer than a test may take: waiting for one fails. */
@Timeout(value = 25, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadServerTest {

    /** Nothing in the background finds anything out within a test. */
    private static final Upkeep ASLEEP =
            new Upkeep(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), false);

    private final DirectoryBench bench = new DirectoryBench();
    private final JumpCloudStandIn second = bench.standIn;
    private final Setup setup = bench.setup;

    DeadServerTest() {
        setup.connectionTimeout = Duration.ofMillis(900);
        setup.authenticationTimeout = Duration.ofSeconds(60);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(DeadServer.Way.class)
    void onlyTheFirstSignInGoesToIt(DeadServer.Way way) throws IOException {
        try (DeadServer dead = new DeadServer(way)) {
            setup.servers = List.of(dead.address(), Setup.ldap(second));
            LdapDirectory directory = bench.directory(ASLEEP);

            bench.accepted(directory);
            int connections = dead.newConnections();
            for (int i = 0; i < 5; i++) {
                bench.accepted(directory);
            }
            present(directory.findByUsername("jane.doe"));

            // The one for the bind, and the one that asks for a sign of life.
            assertThat(connections).isLessThanOrEqualTo(2);
            assertThat(dead.newConnections()).isZero();
            assertThat(users()).isEqualTo(6);
        }
    }

    @Test
    void openConnectionsToAServerThatHangsAreLeftToo() {
        JumpCloudStandIn first = bench.anotherStandIn();
        setup.servers = List.of(Setup.ldap(first), Setup.ldap(second));
        LdapDirectory directory = bench.directory(ASLEEP);
        first.behaviour().latency(Duration.ofMillis(100));
        inParallel(4, () -> bench.signIn(directory));
        present(directory.findByUsername("jane.doe"));
        first.resetCounts();
        first.behaviour().hang(Hang.REQUEST);

        for (int i = 0; i < 5; i++) {
            bench.accepted(directory);
        }
        present(directory.findByUsername("jane.doe"));

        assertThat(users()).isEqualTo(5);
        assertThat(first.counts().connections()).as("asked for a sign of life").isLessThanOrEqualTo(2);
    }

    @Test
    void signInsAtTheSameMomentAllSucceed() {
        JumpCloudStandIn first = bench.anotherStandIn();
        setup.servers = List.of(Setup.ldap(first), Setup.ldap(second));
        LdapDirectory directory = bench.directory(ASLEEP);
        bench.accepted(directory);
        first.behaviour().hang(Hang.REQUEST);

        List<BindOutcome> outcomes = inParallel(10, () -> bench.signIn(directory));

        assertThat(outcomes).containsOnly(new BindOutcome.Accepted());
        assertThat(users()).isEqualTo(10);
    }

    @Test
    void aLookUpTurnsToTheOtherServer() {
        JumpCloudStandIn first = bench.anotherStandIn();
        setup.servers = List.of(Setup.ldap(first), Setup.ldap(second));
        LdapDirectory directory = bench.directory(ASLEEP);
        present(directory.findByUsername("jane.doe"));
        first.behaviour().hang(Hang.REQUEST);

        present(directory.findByUsername("jane.doe"));

        assertThat(second.counts().searches()).isOne();
    }

    @Test
    void aServerThatLivesIsWaitedForAndTheBindNotRepeated() {
        JumpCloudStandIn first = bench.anotherStandIn();
        setup.servers = List.of(Setup.ldap(first), Setup.ldap(second));
        setup.authenticationTimeout = Duration.ofSeconds(3);
        LdapDirectory directory = bench.directory(ASLEEP);
        first.behaviour().hang(Hang.BIND);

        assertThat(unavailable(bench.signIn(directory))).isEqualTo(Problem.of(Problem.Kind.TIMEOUT, "3000"));

        assertThat(users()).isZero();
    }

    @Test
    void aBindThatMayBeAPushIsNotRepeated() {
        JumpCloudStandIn first = bench.anotherStandIn();
        setup.servers = List.of(Setup.ldap(first), Setup.ldap(second));
        setup.secondFactor = true;
        setup.authenticationTimeout = Duration.ofSeconds(3);
        LdapDirectory directory = bench.directory(ASLEEP);
        first.behaviour().hang(Hang.REQUEST);

        assertThat(unavailable(bench.signIn(directory))).isEqualTo(Problem.of(Problem.Kind.TIMEOUT, "3000"));

        assertThat(users()).isZero();
    }

    @Test
    void theOnlyServerLeftIsWaitedFor() throws IOException {
        try (DeadServer dead = new DeadServer(DeadServer.Way.REFUSES)) {
            ServerAddress nowhere = dead.address();
            setup.servers = List.of(nowhere, Setup.ldap(second));
            setup.authenticationTimeout = Duration.ofSeconds(3);
            LdapDirectory directory = bench.directory(ASLEEP);
            bench.accepted(directory);
            second.behaviour().hang(Hang.REQUEST);
            second.resetCounts();

            assertThat(unavailable(bench.signIn(directory)).kind()).isEqualTo(Problem.Kind.TIMEOUT);

            assertThat(second.counts().connections()).isZero();
        }
    }

    /** Binds that the second server has answered, without the reader's. */
    private long users() {
        return second.operations().stream()
                .filter(operation ->
                        !operation.dn().isEmpty() && !operation.dn().equals(second.readerDn()))
                .filter(operation -> operation.kind() == OperationKind.BIND)
                .count();
    }
}
