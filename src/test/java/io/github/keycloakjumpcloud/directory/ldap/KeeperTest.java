package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.ParallelCalls.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which idle connections are replaced, and by what. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeeperTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final DirectoryBench bench = new DirectoryBench();
    private final JumpCloudStandIn standIn = bench.standIn;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        bench.close();
    }

    @Test
    void ofAPeakOnlyAFewConnectionsAreOpenedAgainAndAgain() throws LdapFailure {
        LinkPool pool = pool(group());
        fill(pool, 10);
        bench.dropIdleConnections();

        keeper(pool, Duration.ofNanos(1)).run();

        await().until(() -> standIn.counts().connections() == 3);
        assertThat(pool.idle()).isEqualTo(3);
    }

    @Test
    void connectionsThatAreInUseAreReplacedAndDoNotLookUsedForIt() throws LdapFailure {
        LinkPool pool = pool(group());
        fill(pool, 5);
        bench.dropIdleConnections();
        long beforeReplacing = System.nanoTime();

        keeper(pool, LONG).run();

        // The server takes notice of them in its own time.
        await().until(() -> standIn.counts().connections() == 5);
        Link replacement = Objects.requireNonNull(pool.takeLeastUsed());
        assertThat(replacement.isUnusedFor(Duration.ofNanos(System.nanoTime() - beforeReplacing)))
                .isTrue();
    }

    @Test
    void noBetterServerIsTriedThatIsKnownToFail() throws LdapFailure {
        JumpCloudStandIn first = bench.anotherStandIn();
        bench.setup.servers = List.of(Setup.ldap(first), Setup.ldap(standIn));
        ServerGroup group = group();
        group.health().failed(0);
        LinkPool pool = pool(group);
        fill(pool, 3);

        keeper(pool, LONG).run();
        assertThat(first.counts().connections()).isZero();
        assertThat(standIn.counts().connections()).isEqualTo(3);

        group.health().works(0);
        keeper(pool, LONG).run();
        assertThat(pool.idle(0)).isEqualTo(3);
    }

    @Test
    void serversThatFailedAreLookedAtWhileIdleConnectionsHang() {
        JumpCloudStandIn first = bench.anotherStandIn();
        bench.setup.servers = List.of(Setup.ldap(first), Setup.ldap(standIn));
        bench.setup.readTimeout = Duration.ofMinutes(1);
        first.stopListening();
        LdapDirectory directory =
                bench.directory(new Upkeep(Duration.ofMillis(200), LONG, LONG, Duration.ofMillis(200), false));
        Outcomes.present(directory.findByUsername("jane.doe"));
        bench.accepted(directory);
        standIn.behaviour().hang(Hang.REQUEST);
        await().until(() -> checksUnderWay() == 2);

        first.startListening();

        await().until(() -> first.openConnections() > 0);
    }

    private static long checksUnderWay() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> List.of(stack).stream()
                        .anyMatch(frame -> frame.getClassName().equals(LinkKeeper.class.getName())))
                .count();
    }

    private void fill(LinkPool pool, int size) {
        List<Link> links = inParallel(size, () -> {
            try {
                return pool.open();
            } catch (LdapFailure e) {
                throw new IllegalStateException(e);
            }
        });
        links.forEach(pool::putBack);
        await().until(() -> standIn.openConnections() == size);
    }

    private static LinkKeeper keeper(LinkPool pool, Duration interval) {
        return new LinkKeeper(pool, new Upkeep(interval, LONG, LONG, LONG, false), ANSWER);
    }

    private LinkPool pool(ServerGroup group) {
        return new LinkPool(
                group.servers(), new NoPreparation(), new Vigil(group, threads, threads, Duration.ofMinutes(1), false));
    }

    private ServerGroup group() {
        return new ServerGroup(IntStream.range(0, bench.setup.servers.size())
                .mapToObj(rank -> new ServerConnector(
                        bench.setup.servers.get(rank),
                        rank,
                        bench.setup.config().connection(),
                        bench.setup.truststore,
                        threads,
                        threads))
                .toList());
    }
}
