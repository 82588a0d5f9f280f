package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.present;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.EmptyPasswordBind;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationKind;
import io.github.keycloakjumpcloud.standin.Outage;
import io.github.keycloakjumpcloud.standin.PushAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aSignInIsOneRequestOnAnOpenConnection() {
        try (LdapConnections connections = setup.connections()) {
            LdapDirectory directory = new LdapDirectory(connections, setup.config());
            assertThat(bind(directory, "jane.doe", standIn.passwordOf("jane.doe")))
                    .isEqualTo(new BindOutcome.Accepted());
            standIn.resetCounts();

            assertThat(bind(directory, "tom.baker", standIn.passwordOf("tom.baker")))
                    .isEqualTo(new BindOutcome.Accepted());
            assertThat(bind(directory, "tom.baker", "wrong")).isInstanceOf(BindOutcome.InvalidCredentials.class);
            assertThat(bind(directory, "jane.doe", standIn.passwordOf("jane.doe")))
                    .isEqualTo(new BindOutcome.Accepted());
        }
        assertThat(standIn.counts().roundTrips()).isEqualTo(3);
        assertThat(standIn.counts().connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", " ", "\0", "jane.doe-Secret01!\0", "Pässwörter-鍵", "jane.doe-secret01!"})
    void onlyTheRightPasswordIsAccepted(String password) {
        assertThat(bindOnce("jane.doe", password)).isInstanceOf(BindOutcome.InvalidCredentials.class);
        assertThat(standIn.counts().binds()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pässwörter-鍵", "nul\0inside", " leading and trailing ", "😀"})
    void takesEveryPasswordAsItIs(String password) {
        standIn.directory().setPassword("jane.doe", password);

        assertThat(bindOnce("jane.doe", password)).isEqualTo(new BindOutcome.Accepted());
    }

    @Test
    void anEmptyPasswordNeverReachesTheServer() {
        standIn.behaviour().emptyPasswordBind(EmptyPasswordBind.ACCEPTED);

        assertThat(bindOnce("jane.doe", "")).isInstanceOf(BindOutcome.InvalidCredentials.class);
        assertThat(standIn.counts().connections()).isZero();
    }

    @Test
    void usersBindOnConnectionsThatDoNothingElse() {
        try (LdapConnections connections = setup.connections()) {
            LdapDirectory directory = new LdapDirectory(connections, setup.config());
            present(directory.findByUsername("jane.doe"));
            bind(directory, "jane.doe", standIn.passwordOf("jane.doe"));
            present(directory.findByUsername("tom.baker"));
            bind(directory, "tom.baker", "wrong");
        }
        assertThat(connectionsOfReader()).doesNotContainAnyElementsOf(connectionsOfUsers());
        assertThat(standIn.counts().bindsOk()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 34, 50, 51, 52, 53, 80})
    void anyAnswerButInvalidCredentialsSaysNothingAboutThePassword(int code) {
        standIn.behaviour().unavailable(Outage.BINDS, code);

        Problem problem = unavailable(bindOnce("jane.doe", standIn.passwordOf("jane.doe")));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.SERVER_ERROR);
        assertThat(standIn.counts().binds()).isOne();
    }

    @Test
    void aSilentServerIsAskedOnce() {
        standIn.behaviour().hang(Hang.BIND);
        setup.authenticationTimeout = Duration.ofMillis(300);

        Problem problem = unavailable(bindOnce("jane.doe", standIn.passwordOf("jane.doe")));

        assertThat(problem).isEqualTo(Problem.of(Problem.Kind.TIMEOUT, "300"));
        assertThat(standIn.counts().connections()).isOne();
    }

    @Test
    void manySignInsAtTheSameMomentDoNotWaitForEachOther() {
        setup.poolSize = 10;
        standIn.behaviour().hang(Hang.BIND);
        try (LdapConnections connections = setup.connections()) {
            LdapDirectory directory = new LdapDirectory(connections, setup.config());
            List<Thread> people = Stream.generate(() -> new Thread(() -> bind(directory, "jane.doe", "any")))
                    .limit(40)
                    .toList();
            people.forEach(Thread::start);

            Awaitility.await("everybody's own connection").until(() -> standIn.openConnections() >= people.size());
        }
    }

    @Test
    void aDeadConnectionIsReplacedOnceAndNoMore() {
        standIn.behaviour().dropProbability(1);

        Problem problem = unavailable(bindOnce("jane.doe", standIn.passwordOf("jane.doe")));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        assertThat(standIn.counts().connections()).isEqualTo(2);
    }

    @Test
    void waitsForAPushLongerThanForASearch() {
        standIn.behaviour().push(PushAnswer.APPROVED, Duration.ofMillis(2_500));
        setup.readTimeout = Duration.ofSeconds(1);
        setup.servers = List.of(new ServerAddress(true, "localhost", standIn.mfaPort()));

        assertThat(bindOnce("jane.doe", standIn.passwordOf("jane.doe"))).isEqualTo(new BindOutcome.Accepted());
    }

    @Test
    void aBindThatNobodyWaitsForAnyMoreIsBrokenOff() throws InterruptedException {
        standIn.behaviour().push(PushAnswer.APPROVED, Duration.ofMinutes(1));
        setup.authenticationTimeout = Duration.ofMinutes(1);
        setup.poolSize = 1;
        setup.servers = List.of(new ServerAddress(true, "localhost", standIn.mfaPort()));
        try (LdapConnections connections = setup.connections()) {
            LdapDirectory directory = new LdapDirectory(connections, setup.config());
            String password = standIn.passwordOf("jane.doe");
            Thread impatient = new Thread(() -> bind(directory, "jane.doe", password));
            impatient.start();
            Awaitility.await().until(() -> standIn.waitingPushes() == 1);

            impatient.interrupt();
            impatient.join();

            // There is one thread: it would still wait for the push.
            assertThat(bind(directory, "jane.doe", password + ",123456")).isEqualTo(new BindOutcome.Accepted());
            assertThat(standIn.waitingPushes()).isOne();
            assertThat(standIn.counts().connections()).isEqualTo(2);
        }
    }

    @Test
    void theServersTimeIsTold() {
        Duration delay = Duration.ofMillis(100);
        standIn.behaviour().latency(delay);

        BindOutcome outcome = bindOnce("jane.doe", "wrong");

        assertThat(((BindOutcome.InvalidCredentials) outcome).waited()).isGreaterThanOrEqualTo(delay);
    }

    @Test
    void silenceIsToldAsLong() {
        standIn.behaviour().hang(Hang.BIND);
        setup.authenticationTimeout = Duration.ofMillis(300);

        BindOutcome outcome = bindOnce("jane.doe", "wrong");

        assertThat(((BindOutcome.Unavailable) outcome).waited()).isGreaterThanOrEqualTo(Duration.ofMillis(299));
    }

    @Test
    void thePasswordIsInNoOutcome() {
        standIn.behaviour().unavailable(Outage.BINDS, 52);

        assertThat(bindOnce("jane.doe", "S3cret-Phrase").toString()).doesNotContain("S3cret-Phrase");
    }

    @Test
    void aPasswordCanBeTakenOnce() {
        ForgettingPassword password = new ForgettingPassword("Secret01!");

        assertThat(password.getPasswordBytes()).isEqualTo("Secret01!".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(password::getPasswordBytes).isInstanceOf(IllegalStateException.class);
    }

    private BindOutcome bindOnce(String uid, String password) {
        standIn.resetCounts();
        try (LdapConnections connections = setup.connections()) {
            return bind(new LdapDirectory(connections, setup.config()), uid, password);
        }
    }

    private BindOutcome bind(LdapDirectory directory, String uid, String password) {
        return directory.bind(standIn.directory().dnOf(uid), password);
    }

    private Set<Long> connectionsOfReader() {
        return standIn.operations().stream()
                .filter(operation -> operation.kind() == OperationKind.SEARCH)
                .map(operation -> operation.connection())
                .collect(Collectors.toSet());
    }

    private Set<Long> connectionsOfUsers() {
        return standIn.operations().stream()
                .filter(operation -> operation.kind() == OperationKind.BIND
                        && !operation.dn().equals(standIn.readerDn()))
                .map(operation -> operation.connection())
                .collect(Collectors.toSet());
    }
}
