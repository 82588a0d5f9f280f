package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.DirectoryBench.CALM;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unavailable;
import static io.github.keycloakjumpcloud.directory.ldap.ParallelCalls.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sign-ins while the only server is silent: waiting for it must not fill Keycloak's threads. */
@Timeout(value = 25, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OnlyServerTest {

    private static final int IN_A_ROW = 3;

    private final DirectoryBench bench = new DirectoryBench();
    private final JumpCloudStandIn standIn = bench.standIn;

    OnlyServerTest() {
        bench.setup.authenticationTimeout = Duration.ofMillis(700);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void oneAtATimeFindsOutWhetherItWorksAgain() {
        LdapDirectory directory = bench.directory(CALM);
        bench.accepted(directory);
        standIn.behaviour().hang(Hang.REQUEST);
        for (int i = 0; i < IN_A_ROW; i++) {
            unavailable(bench.signIn(directory));
        }
        standIn.resetCounts();

        List<BindOutcome> outcomes = inParallel(20, () -> bench.signIn(directory));

        assertThat(outcomes).allSatisfy(Outcomes::unavailable);
        // Each of them would have opened one.
        assertThat(standIn.counts().connections()).isLessThanOrEqualTo(3);

        standIn.behaviour().hang(Hang.NEVER);
        bench.accepted(directory);
        assertThat(inParallel(20, () -> bench.signIn(directory))).containsOnly(new BindOutcome.Accepted());
    }

    @Test
    void aFewSlowAnswersHoldNobodyUp() {
        LdapDirectory directory = bench.directory(CALM);
        standIn.behaviour().hang(Hang.REQUEST);
        for (int i = 0; i < IN_A_ROW - 1; i++) {
            unavailable(bench.signIn(directory));
        }
        standIn.behaviour().hang(Hang.NEVER);

        assertThat(inParallel(20, () -> bench.signIn(directory))).containsOnly(new BindOutcome.Accepted());
    }
}
