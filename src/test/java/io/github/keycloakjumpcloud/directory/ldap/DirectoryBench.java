package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.BindOutcome;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A stand-in, directories that stay connected to it for the whole test, and all that must be closed after it. */
final class DirectoryBench {

    /** Never checks by itself within a test, and opens nothing that nobody asked for. */
    static final Upkeep CALM = new Upkeep(
            Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofSeconds(10), false);

    static final Upkeep BUSY = new Upkeep(
            Duration.ofMillis(50), Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMillis(100), false);

    final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    final Setup setup = new Setup(standIn);
    private final List<AutoCloseable> open = new ArrayList<>(List.of(standIn));

    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    LdapDirectory directory(Upkeep upkeep) {
        setup.upkeep = upkeep;
        LdapConnections connections = setup.connections();
        open.add(connections);
        return new LdapDirectory(connections, setup.config());
    }

    JumpCloudStandIn anotherStandIn() {
        JumpCloudStandIn another = JumpCloudStandIn.builder().start();
        open.add(another);
        return another;
    }

    /** A port whose connections the kernel accepts and nobody serves: the handshake of ldaps gets no answer. */
    ServerAddress silent() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        return new ServerAddress(true, "localhost", socket.getLocalPort());
    }

    /** As an idle timeout would: nothing is under way, and the closing has reached both sides. */
    void dropIdleConnections() {
        standIn.dropConnections();
        await().until(() -> standIn.openConnections() == 0);
        standIn.resetCounts();
    }

    /** Whether a look-up waits for its answer. */
    static boolean searchUnderWay() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("jumpcloud-ldap-lookup"))
                .filter(thread -> thread.getKey().getState() == Thread.State.TIMED_WAITING)
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(EntryStream.class.getName()));
    }

    BindOutcome signIn(LdapDirectory directory) {
        return directory.bind(standIn.directory().dnOf("jane.doe"), "jane.doe-Secret01!");
    }

    void accepted(LdapDirectory directory) {
        assertThat(signIn(directory)).isEqualTo(new BindOutcome.Accepted());
    }
}
