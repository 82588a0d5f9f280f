package io.github.keycloakjumpcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class FaultyLineTest {

    private static final Random RANDOM = new Random(1);
    private static final int A_WHILE_MILLIS = 200;

    private ServerSocket server;
    private FaultyLine line;
    private Socket client;
    private Socket served;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        line = FaultyLine.start(server.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), line.port());
        served = server.accept();
        Awaitility.await().until(() -> line.openConnections() == 1);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        served.close();
        line.close();
        server.close();
    }

    @Test
    @DisplayName("what is sent in a silence arrives after it, whichever way it goes")
    void silence() throws IOException {
        line.stall(1, RANDOM);
        client.getOutputStream().write(7);
        served.setSoTimeout(A_WHILE_MILLIS);
        assertThatThrownBy(() -> served.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

        line.resume();
        served.setSoTimeout(0);
        assertThat(served.getInputStream().read()).isEqualTo(7);
        served.getOutputStream().write(8);
        assertThat(client.getInputStream().read()).isEqualTo(8);
    }

    @Test
    @DisplayName("a reset is a reset at both ends")
    void reset() throws IOException {
        line.reset(1, RANDOM);

        assertThatThrownBy(() -> client.getInputStream().read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reset");
        assertThatThrownBy(() -> served.getInputStream().read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reset");
        assertThat(line.openConnections()).isZero();
    }

    @Test
    @DisplayName("an end goes through, and nothing is left open")
    void end() throws IOException {
        served.close();

        assertThat(client.getInputStream().read()).isEqualTo(-1);
        Awaitility.await().until(() -> line.openConnections() == 0);
    }
}
