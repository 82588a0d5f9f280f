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
import io.github.keycloakjumpcloud.standin.Outage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What look-ups and sign-ins make of lost connections and of servers that are silent or away. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResilienceTest {

    private final DirectoryBench bench = new DirectoryBench();
    private final JumpCloudStandIn standIn = bench.standIn;
    private final Setup setup = bench.setup;

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void anIdleCloseCostsNoRequestAndNoFailure() {
        LdapDirectory directory = bench.directory(CALM);
        present(directory.findByUsername("jane.doe"));
        bench.accepted(directory);
        bench.dropIdleConnections();

        present(directory.findByUsername("jane.doe"));
        bench.accepted(directory);

        assertThat(standIn.counts().connections()).isEqualTo(2);
        assertThat(standIn.counts().searches()).isOne();
        assertThat(standIn.counts().binds()).isEqualTo(2);
    }

    /** Many times, because it matters whether the closing is noticed before, during or after the sending. */
    @Test
    void noMomentOfClosingCostsALookUp() {
        LdapDirectory directory = bench.directory(CALM);
        for (int i = 0; i < 200; i++) {
            present(directory.findByUsername("jane.doe"));
            standIn.dropConnections();
        }
    }

    @Test
    void manyDeadConnectionsCostOneConnection() {
        LdapDirectory directory = bench.directory(CALM);
        standIn.behaviour().latency(Duration.ofMillis(100));
        inParallel(8, () -> present(directory.findByUsername("jane.doe")));
        assertThat(standIn.counts().connections()).isGreaterThan(2);
        standIn.behaviour().latency(Duration.ZERO);
        bench.dropIdleConnections();

        present(directory.findByUsername("jane.doe"));

        assertThat(standIn.counts().connections()).isOne();
    }

    @Test
    void aConnectionLostDuringTheRequestIsReplacedOnce() {
        LdapDirectory directory = bench.directory(CALM);
        present(directory.findByUsername("jane.doe"));
        standIn.behaviour().hang(Hang.SEARCH);
        standIn.resetCounts();

        CompletableFuture<Lookup> answer = CompletableFuture.supplyAsync(() -> directory.findByUsername("jane.doe"));
        // The request is on its way and gets no answer; now the connection goes, and the next one works.
        await().until(DirectoryBench::searchUnderWay);
        standIn.behaviour().hang(Hang.NEVER);
        standIn.dropConnections();

        present(answer.join());
        assertThat(standIn.counts().connections()).isOne();
    }

    @Test
    void aServerThatDropsEveryRequestIsAskedTwice() {
        LdapDirectory directory = bench.directory(CALM);
        standIn.behaviour().dropProbability(1);

        assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        assertThat(standIn.counts().connections()).isLessThanOrEqualTo(2);
    }

    @Test
    void aSilentServerIsAskedOnceAndItsConnectionGivenUp() {
        setup.readTimeout = Duration.ofMillis(300);
        LdapDirectory directory = bench.directory(CALM);
        present(directory.findByUsername("jane.doe"));
        standIn.behaviour().hang(Hang.SEARCH);
        standIn.resetCounts();

        assertThat(unknown(directory.findByUsername("jane.doe"))).isEqualTo(Problem.of(Problem.Kind.TIMEOUT, "300"));
        assertThat(standIn.counts().connections()).isZero();

        standIn.behaviour().hang(Hang.NEVER);
        present(directory.findByUsername("jane.doe"));
        assertThat(standIn.counts().connections()).isOne();
    }

    @Test
    void worksAgainAfterTheServerWasAway() {
        LdapDirectory directory = bench.directory(CALM);
        present(directory.findByUsername("jane.doe"));
        bench.accepted(directory);
        standIn.stopListening();

        for (int i = 0; i < 3; i++) {
            assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
            assertThat(unavailable(bench.signIn(directory)).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        }

        standIn.startListening();
        present(directory.findByUsername("jane.doe"));
        bench.accepted(directory);
    }

    @Test
    void worksAgainAtOnceAfterAnOutageOfTheService() {
        LdapDirectory directory = bench.directory(CALM);
        standIn.behaviour().unavailable(Outage.ALL, 52);
        assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.SERVER_ERROR);
        assertThat(unavailable(bench.signIn(directory)).kind()).isEqualTo(Problem.Kind.SERVER_ERROR);

        standIn.behaviour().unavailable(false);
        present(directory.findByUsername("jane.doe"));
        bench.accepted(directory);
    }

    @Test
    void twoDeadServersStayWithinTheLimit() throws IOException {
        setup.servers = List.of(bench.silent(), bench.silent());
        LdapDirectory directory = bench.directory(CALM);

        long start = System.nanoTime();
        unknown(directory.findByUsername("jane.doe"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2900));
    }

    @Test
    void aDeadServerIsPassedOverAndThenAvoided() throws IOException {
        setup.connectionTimeout = Duration.ofMillis(400);
        setup.servers = List.of(bench.silent(), Setup.ldap(standIn));
        LdapDirectory directory = bench.directory(CALM);
        present(directory.findByUsername("jane.doe"));
        bench.dropIdleConnections();

        long start = System.nanoTime();
        present(directory.findByUsername("jane.doe"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(350));
    }

    @Test
    void thePreferredServerGetsItsTrafficBack() {
        JumpCloudStandIn preferred = bench.anotherStandIn();
        setup.servers = List.of(Setup.ldap(preferred), Setup.ldap(standIn));
        preferred.stopListening();
        LdapDirectory directory = bench.directory(BUSY);
        bench.accepted(directory);
        assertThat(standIn.counts().binds()).isOne();

        preferred.startListening();
        await().until(() -> preferred.openConnections() > 0 && standIn.openConnections() == 0);

        bench.accepted(directory);
        assertThat(standIn.counts().binds()).isOne();
        assertThat(preferred.counts().binds()).isOne();
    }

    @Test
    void aServerThatIsUnavailableIsPassedOver() {
        JumpCloudStandIn preferred = bench.anotherStandIn();
        preferred.behaviour().unavailable(true);
        setup.servers = List.of(Setup.ldap(preferred), Setup.ldap(standIn));

        present(bench.directory(CALM).findByUsername("jane.doe"));
    }
}
