package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.DirectoryBench.CALM;
import static io.github.keycloakjumpcloud.directory.ldap.ParallelCalls.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The probe before the first import, for which somebody waits. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuickProbeTest {

    private final DirectoryBench bench = new DirectoryBench();
    private final JumpCloudStandIn standIn = bench.standIn;

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void isSharedByAllWhoAskAtTheSameTime() {
        standIn.behaviour().latency(Duration.ofMillis(200));
        LdapDirectory directory = bench.directory(CALM);

        List<ProbeOutcome> outcomes = inParallel(20, directory::probeQuickly);

        assertThat(outcomes).allMatch(outcome -> outcome instanceof ProbeOutcome.Usable);
        assertThat(standIn.counts().connections()).isOne();
    }

    @Test
    void endsWithinTheLimitOfALookUp() {
        bench.setup.readTimeout = Duration.ofMinutes(1);
        standIn.behaviour().hang(Hang.SEARCH);

        Problem problem = Outcomes.broken(bench.directory(CALM).probeQuickly());

        assertThat(problem.kind()).isEqualTo(Problem.Kind.TIMEOUT);
    }

    @Test
    void asksNobodyWhileAnotherFindsOutWhetherAnOutageIsOver() throws LdapFailure {
        bench.setup.upkeep = CALM;
        try (LdapConnections connections = bench.setup.connections()) {
            LdapDirectory directory = new LdapDirectory(connections, bench.setup.config());
            standIn.stopListening();
            for (int i = 0; i < 3; i++) {
                directory.findByUsername("jane.doe");
            }
            standIn.startListening();
            standIn.resetCounts();

            ProbeOutcome meanwhile = connections.admitted(directory::probeQuickly);

            assertThat(Outcomes.broken(meanwhile).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        }
        assertThat(standIn.counts().connections()).isZero();
    }
}
