package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who closes a connection does not wait for it: the library waits for the thread that reads. */
class ClosingTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);
    private final Background background = new Background();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        background.shutdownNow();
        clock.shutdownNow();
        standIn.close();
    }

    @Test
    void aPoolThatIsClosed() throws LdapFailure {
        ServerGroup group = group();
        LinkPool pool = pool(group, new NoPreparation());
        pool.putBack(pool.open());

        pool.close();

        isClosedInTheBackground();
    }

    @Test
    void aConnectionThatCouldNotBePrepared() {
        LinkPool pool = pool(group(), link -> {
            throw new LdapFailure(Problem.of(Problem.Kind.READER_REFUSED, "", ""));
        });

        assertThatThrownBy(pool::open).isInstanceOf(LdapFailure.class);

        isClosedInTheBackground();
    }

    @Test
    void aConnectionWhoseTlsIsRefused() {
        setup.startTls = true;
        standIn.behaviour().startTls(false);
        LinkPool pool = pool(group(), new NoPreparation());

        assertThatThrownBy(pool::open).isInstanceOf(LdapFailure.class);

        assertThat(background.held).hasSize(1);
        background.held.forEach(Runnable::run);
        await().until(() -> standIn.openConnections() == 0);
    }

    private void isClosedInTheBackground() {
        await().until(() -> standIn.openConnections() == 1);
        assertThat(background.held).hasSize(1);
        background.held.forEach(Runnable::run);
        await().until(() -> standIn.openConnections() == 0);
    }

    private ServerGroup group() {
        return new ServerGroup(List.of(new ServerConnector(
                setup.servers.get(0), 0, setup.config().connection(), setup.truststore, background, clock)));
    }

    private LinkPool pool(ServerGroup group, Servers.Preparation preparation) {
        return new LinkPool(
                group.servers(), preparation, new Vigil(group, background, clock, Duration.ofMinutes(1), false));
    }

    /** Looks names up, and keeps what else there is to do for later. */
    private static final class Background extends ThreadPoolExecutor {

        private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();

        Background() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        public void execute(Runnable work) {
            if (work instanceof FutureTask) {
                super.execute(work);
            } else {
                held.add(work);
            }
        }
    }
}
