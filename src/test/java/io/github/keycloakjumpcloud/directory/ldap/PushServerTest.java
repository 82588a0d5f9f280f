package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.DirectoryBench.CALM;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unavailable;
import static io.github.keycloakjumpcloud.directory.ldap.ParallelCalls.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationKind;
import io.github.keycloakjumpcloud.standin.PushAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a second factor's silence says about the server: nothing, but the server can be asked something else. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PushServerTest {

    private static final int IN_A_ROW = 3;

    private final DirectoryBench bench = new DirectoryBench();
    private final JumpCloudStandIn first = bench.standIn;
    private final Setup setup = bench.setup;

    PushServerTest() {
        setup.secondFactor = true;
        setup.connectionTimeout = Duration.ofMillis(900);
        setup.authenticationTimeout = Duration.ofMillis(1_500);
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void aPushThatNobodyApprovesLeavesTheServerItsGoodName() {
        JumpCloudStandIn second = bench.anotherStandIn();
        first.behaviour().push(PushAnswer.APPROVED, Duration.ofMinutes(1));
        setup.servers = List.of(mfa(first), mfa(second));
        LdapDirectory directory = bench.directory(CALM);

        List<BindOutcome> outcomes = inParallel(4, () -> bench.signIn(directory));
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(unavailable(outcome).kind()).isEqualTo(Problem.Kind.TIMEOUT));
        assertThat(searches()).as("one sign of life for all").isBetween(1L, 2L);

        unavailable(bench.signIn(directory));
        assertThat(second.counts().connections()).isZero();
    }

    @Test
    void theOneWhoWaitsStaysAndTheNextGoElsewhere() {
        JumpCloudStandIn second = bench.anotherStandIn();
        first.behaviour().hang(Hang.REQUEST);
        setup.servers = List.of(Setup.ldap(first), Setup.ldap(second));
        LdapDirectory directory = bench.directory(CALM);

        assertThat(unavailable(bench.signIn(directory)).kind()).isEqualTo(Problem.Kind.TIMEOUT);
        assertThat(second.counts().binds()).as("sent again").isZero();

        bench.accepted(directory);
        assertThat(second.counts().binds()).isOne();
    }

    @Test
    void theOnlyServersSilenceBecomesAnOutage() {
        first.behaviour().hang(Hang.REQUEST);
        LdapDirectory directory = bench.directory(CALM);
        for (int i = 0; i < IN_A_ROW; i++) {
            assertThat(unavailable(bench.signIn(directory)).kind()).isEqualTo(Problem.Kind.TIMEOUT);
        }

        List<BindOutcome> outcomes = inParallel(10, () -> bench.signIn(directory));

        assertThat(outcomes.stream()
                        .map(Outcomes::unavailable)
                        .filter(problem -> problem.kind() == Problem.Kind.UNREACHABLE))
                .as("turned away at once")
                .hasSize(9);
        first.behaviour().hang(Hang.NEVER);
        await().until(() -> bench.signIn(directory) instanceof BindOutcome.Accepted);
    }

    private long searches() {
        return first.operations().stream()
                .filter(operation -> operation.kind() == OperationKind.SEARCH)
                .count();
    }

    private static ServerAddress mfa(JumpCloudStandIn standIn) {
        return new ServerAddress(true, "localhost", standIn.mfaPort());
    }
}
