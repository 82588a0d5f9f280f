package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakjumpcloud.config.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptedHandshakeTest {

    private final DirectoryBench bench = new DirectoryBench();

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void leavesNoSocketOpen() throws IOException, InterruptedException {
        bench.setup.connectionTimeout = Duration.ofMinutes(5);
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                LdapConnections connections = to(server)) {
            AtomicReference<Exception> failure = new AtomicReference<>();
            Thread connecting = new Thread(() -> {
                try {
                    connections.connectors().get(0).open();
                } catch (LdapFailure e) {
                    failure.set(e);
                }
            });
            connecting.start();
            try (Socket accepted = server.accept()) {
                InputStream in = accepted.getInputStream();
                assertThat(in.read()).as("the handshake has begun").isPositive();
                await().until(() -> connecting.getState() == Thread.State.TIMED_WAITING);

                connecting.interrupt();
                connecting.join();

                assertThat(failure.get()).isInstanceOf(LdapFailure.class);
                accepted.setSoTimeout(10_000);
                in.skipNBytes(in.available());
                assertThat(in.read()).as("the end of the stream").isNegative();
            }
        }
    }

    private LdapConnections to(ServerSocket server) {
        bench.setup.servers = List.of(new ServerAddress(true, "localhost", server.getLocalPort()));
        return bench.setup.connections();
    }
}
