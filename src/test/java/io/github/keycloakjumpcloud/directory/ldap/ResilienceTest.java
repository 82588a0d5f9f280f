package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.present;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unavailable;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.SearchRequest;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.directory.Lookup;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.OperationKind;
import io.github.keycloakjumpcloud.standin.Outage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResilienceTest {

    /** Never checks by itself within a test. */
    private static final Upkeep CALM = Upkeep.DEFAULT;

    private static final Upkeep BUSY =
            new Upkeep(Duration.ofMillis(50), Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMillis(100));

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);
    private final List<AutoCloseable> open = new ArrayList<>(List.of(standIn));

    @AfterEach
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void opensNothingBeforeItIsNeeded() {
        standIn.stopListening();
        LdapDirectory directory = directory(CALM);

        standIn.startListening();
        assertThat(standIn.counts().connections()).isZero();
        present(directory.findByUsername("jane.doe"));
    }

    @Test
    void anIdleCloseCostsNoRequestAndNoFailure() {
        LdapDirectory directory = directory(CALM);
        present(directory.findByUsername("jane.doe"));
        accepted(directory);
        dropIdleConnections();

        present(directory.findByUsername("jane.doe"));
        accepted(directory);

        assertThat(standIn.counts().connections()).isEqualTo(2);
        assertThat(standIn.counts().searches()).isOne();
        assertThat(standIn.counts().binds()).isEqualTo(2);
    }

    /** Many times, because it matters whether the closing is noticed before, during or after the sending. */
    @Test
    void noMomentOfClosingCostsALookUp() {
        LdapDirectory directory = directory(CALM);
        for (int i = 0; i < 200; i++) {
            present(directory.findByUsername("jane.doe"));
            standIn.dropConnections();
        }
    }

    @Test
    void manyDeadConnectionsCostOneConnection() {
        LdapDirectory directory = directory(CALM);
        standIn.behaviour().latency(Duration.ofMillis(100));
        inParallel(8, () -> present(directory.findByUsername("jane.doe")));
        assertThat(standIn.counts().connections()).isGreaterThan(2);
        standIn.behaviour().latency(Duration.ZERO);
        dropIdleConnections();

        present(directory.findByUsername("jane.doe"));

        assertThat(standIn.counts().connections()).isOne();
    }

    @Test
    void aConnectionLostDuringTheRequestIsReplacedOnce() {
        LdapDirectory directory = directory(CALM);
        present(directory.findByUsername("jane.doe"));
        standIn.behaviour().hang(Hang.SEARCH);
        standIn.resetCounts();

        CompletableFuture<Lookup> answer = CompletableFuture.supplyAsync(() -> directory.findByUsername("jane.doe"));
        // The request is on its way and gets no answer; now the connection goes, and the next one works.
        await().until(ResilienceTest::searchUnderWay);
        standIn.behaviour().hang(Hang.NEVER);
        standIn.dropConnections();

        present(answer.join());
        assertThat(standIn.counts().connections()).isOne();
    }

    @Test
    void aServerThatDropsEveryRequestIsAskedTwice() {
        LdapDirectory directory = directory(CALM);
        standIn.behaviour().dropProbability(1);

        assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        assertThat(standIn.counts().connections()).isLessThanOrEqualTo(2);
    }

    @Test
    void aSilentServerIsAskedOnceAndItsConnectionGivenUp() {
        setup.readTimeout = Duration.ofMillis(300);
        LdapDirectory directory = directory(CALM);
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
        LdapDirectory directory = directory(CALM);
        present(directory.findByUsername("jane.doe"));
        accepted(directory);
        standIn.stopListening();

        for (int i = 0; i < 3; i++) {
            assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
            assertThat(unavailable(signIn(directory)).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        }

        standIn.startListening();
        present(directory.findByUsername("jane.doe"));
        accepted(directory);
    }

    @Test
    void worksAgainAtOnceAfterAnOutageOfTheService() {
        LdapDirectory directory = directory(CALM);
        standIn.behaviour().unavailable(Outage.ALL, 52);
        assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.SERVER_ERROR);
        assertThat(unavailable(signIn(directory)).kind()).isEqualTo(Problem.Kind.SERVER_ERROR);

        standIn.behaviour().unavailable(false);
        present(directory.findByUsername("jane.doe"));
        accepted(directory);
    }

    @Test
    void twoDeadServersStayWithinTheLimit() throws IOException {
        setup.servers = List.of(silent(), silent());
        LdapDirectory directory = directory(CALM);

        long start = System.nanoTime();
        unknown(directory.findByUsername("jane.doe"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2900));
    }

    @Test
    void aDeadServerIsPassedOverAndThenAvoided() throws IOException {
        setup.connectionTimeout = Duration.ofMillis(400);
        setup.servers = List.of(silent(), Setup.ldap(standIn));
        LdapDirectory directory = directory(CALM);
        present(directory.findByUsername("jane.doe"));
        dropIdleConnections();

        long start = System.nanoTime();
        present(directory.findByUsername("jane.doe"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(350));
    }

    @Test
    void thePreferredServerGetsItsTrafficBack() {
        JumpCloudStandIn preferred = JumpCloudStandIn.builder().start();
        open.add(preferred);
        setup.servers = List.of(Setup.ldap(preferred), Setup.ldap(standIn));
        preferred.stopListening();
        LdapDirectory directory = directory(BUSY);
        accepted(directory);
        assertThat(standIn.counts().binds()).isOne();

        preferred.startListening();
        await().until(() -> preferred.openConnections() > 0 && standIn.openConnections() == 0);

        accepted(directory);
        assertThat(standIn.counts().binds()).isOne();
        assertThat(preferred.counts().binds()).isOne();
    }

    @Test
    void aServerThatIsUnavailableIsPassedOver() {
        JumpCloudStandIn preferred = JumpCloudStandIn.builder().start();
        open.add(preferred);
        preferred.behaviour().unavailable(true);
        setup.servers = List.of(Setup.ldap(preferred), Setup.ldap(standIn));

        present(directory(CALM).findByUsername("jane.doe"));
    }

    @Test
    void idleConnectionsAreKeptOpenAndReplaced() {
        standIn.behaviour().idleTimeout(Duration.ofMillis(400));
        LdapDirectory directory = directory(BUSY);
        present(directory.findByUsername("jane.doe"));
        accepted(directory);
        long before = standIn.counts().connections();
        await().during(Duration.ofSeconds(1)).until(() -> standIn.openConnections() == 2);
        assertThat(standIn.counts().connections()).isEqualTo(before);

        standIn.dropConnections();
        await().until(() -> standIn.openConnections() == 2);
    }

    @Test
    void anOldConnectionIsReplacedInTheBackground() {
        LdapDirectory directory = directory(new Upkeep(
                Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMinutes(5), Duration.ofSeconds(1)));
        accepted(directory);

        await().until(() -> standIn.counts().connections() > 2);
        await().until(() -> standIn.openConnections() == 1);
    }

    @Test
    void connectionsThatNobodyNeedsGoExceptOne() {
        LdapDirectory directory = directory(new Upkeep(
                Duration.ofMillis(100), Duration.ofMinutes(5), Duration.ofMillis(500), Duration.ofSeconds(1)));
        standIn.behaviour().latency(Duration.ofMillis(100));
        inParallel(5, () -> present(directory.findByUsername("jane.doe")));

        await().until(() -> standIn.openConnections() == 1);
    }

    @Test
    void anInterruptEndsTheWaitAndHarmsNothing() throws InterruptedException {
        LdapDirectory directory = directory(CALM);
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
    void tooManyAtOnceAreTurnedAway() {
        setup.poolSize = 1;
        LdapDirectory directory = directory(CALM);
        standIn.behaviour().hang(Hang.SEARCH);

        List<Lookup> outcomes = inParallel(20, () -> directory.findByUsername("jane.doe"));

        assertThat(outcomes).allSatisfy(Outcomes::unknown);
        assertThat(outcomes.stream().map(Outcomes::unknown))
                .contains(Problem.of(Problem.Kind.BUSY, "1"))
                .anyMatch(problem -> problem.kind() == Problem.Kind.TIMEOUT);
    }

    @Test
    void neverMoreConnectionsThanThePoolSize() {
        setup.poolSize = 3;
        LdapDirectory directory = directory(CALM);
        standIn.behaviour().latency(Duration.ofMillis(50));

        inParallel(20, () -> present(directory.findByUsername("jane.doe")));

        assertThat(standIn.counts().connections()).isLessThanOrEqualTo(3);
    }

    @Test
    void closingClosesEverythingAndLaterRequestsSaySo() {
        LdapConnections connections = setup.connections();
        LdapDirectory directory = new LdapDirectory(connections, setup.config());
        present(directory.findByUsername("jane.doe"));
        accepted(directory);

        connections.close();

        await().until(() -> standIn.openConnections() == 0);
        assertThat(unknown(directory.findByUsername("jane.doe")).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        assertThat(unavailable(signIn(directory)).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        assertThat(Outcomes.failed(directory.read()).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
        assertThat(Outcomes.broken(directory.probe()).kind()).isEqualTo(Problem.Kind.UNREACHABLE);
    }

    @Test
    void aRequestUnderWayIsAnsweredThoughTheConnectionsAreClosed() {
        LdapConnections connections = setup.connections();
        LdapDirectory directory = new LdapDirectory(connections, setup.config());
        present(directory.findByUsername("jane.doe"));
        standIn.behaviour().latency(Duration.ofMillis(400));
        standIn.resetCounts();
        CompletableFuture<Lookup> answer = CompletableFuture.supplyAsync(() -> directory.findByUsername("jane.doe"));
        await().until(ResilienceTest::searchUnderWay);

        connections.close();

        present(answer.join());
        await().until(() -> standIn.openConnections() == 0);
        assertThat(standIn.operations())
                .noneMatch(operation -> operation.kind() == OperationKind.BIND && operation.resultCode() != 0);
    }

    private LdapDirectory directory(Upkeep upkeep) {
        setup.upkeep = upkeep;
        LdapConnections connections = setup.connections();
        open.add(connections);
        return new LdapDirectory(connections, setup.config());
    }

    /** A port whose connections the kernel accepts and nobody serves: the handshake of ldaps gets no answer. */
    private ServerAddress silent() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        return new ServerAddress(true, "localhost", socket.getLocalPort());
    }

    /** As an idle timeout would: nothing is under way, and the closing has reached both sides. */
    private void dropIdleConnections() {
        standIn.dropConnections();
        await().until(() -> standIn.openConnections() == 0);
        standIn.resetCounts();
    }

    /** Whether a look-up waits for its answer. */
    private static boolean searchUnderWay() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("jumpcloud-ldap-lookup"))
                .filter(thread -> thread.getKey().getState() == Thread.State.TIMED_WAITING)
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(SearchRequest.class.getName()));
    }

    private BindOutcome signIn(LdapDirectory directory) {
        return directory.bind(standIn.directory().dnOf("jane.doe"), "jane.doe-Secret01!");
    }

    private void accepted(LdapDirectory directory) {
        assertThat(signIn(directory)).isEqualTo(new BindOutcome.Accepted());
    }

    private static <T> List<T> inParallel(int callers, Supplier<T> call) {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<T>> results = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            CompletableFuture<T> result = new CompletableFuture<>();
            results.add(result);
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                    result.complete(call.get());
                } catch (InterruptedException | RuntimeException | AssertionError e) {
                    result.completeExceptionally(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        go.countDown();
        return results.stream().map(CompletableFuture::join).toList();
    }
}
