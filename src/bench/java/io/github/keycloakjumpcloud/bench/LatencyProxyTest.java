package io.github.keycloakjumpcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class LatencyProxyTest {

    private static final Duration ROUND_TRIP = Duration.ofMillis(40);
    private static final int MANY_BYTES = 4 << 20;

    @Test
    @DisplayName("an answer comes no sooner than a round trip later, the first one of a connection after two")
    void delay() throws IOException {
        try (Echo echo = new Echo();
                LatencyProxy proxy = LatencyProxy.start(echo.port(), ROUND_TRIP);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            assertThat(ask(client)).isGreaterThanOrEqualTo(ROUND_TRIP.multipliedBy(2));
            assertThat(ask(client)).isGreaterThanOrEqualTo(ROUND_TRIP);
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("many bytes arrive in order and complete, and are under way at the same time")
    void throughput() throws IOException {
        byte[] sent = new byte[MANY_BYTES];
        new Random(1).nextBytes(sent);
        try (Echo echo = new Echo();
                LatencyProxy proxy = LatencyProxy.start(echo.port(), Duration.ofSeconds(1));
                Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            long start = System.nanoTime();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> send(client, sent));

            byte[] received = client.getInputStream().readAllBytes();

            writing.join();
            assertThat(received).isEqualTo(sent);
            // One chunk after the other would take minutes.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    @DisplayName("a server that is away is a closed connection")
    void serverAway() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        try (LatencyProxy proxy = LatencyProxy.start(port, ROUND_TRIP);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            InputStream in = client.getInputStream();
            Awaitility.await().until(() -> in.read() == -1);
        }
    }

    private static Duration ask(Socket client) throws IOException {
        long start = System.nanoTime();
        client.getOutputStream().write(7);
        assertThat(client.getInputStream().read()).isEqualTo(7);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void send(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
            client.shutdownOutput();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends back what it gets, to one client, until that one ends. */
    private record Echo(ServerSocket door, CompletableFuture<Void> served) implements AutoCloseable {

        Echo() throws IOException {
            this(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }

        private Echo(ServerSocket door) {
            this(door, CompletableFuture.runAsync(() -> serve(door)));
        }

        int port() {
            return door.getLocalPort();
        }

        private static void serve(ServerSocket door) {
            try (Socket client = door.accept()) {
                client.getInputStream().transferTo(client.getOutputStream());
                client.shutdownOutput();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
