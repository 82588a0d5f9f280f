package io.github.keycloakjumpcloud.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DemoPortTest {

    @AfterEach
    void forget() {
        System.clearProperty(DemoPort.HTTP.property());
    }

    @Test
    void saysWhichPortIsTakenAndHowToChooseAnother() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty("demo.http.port", String.valueOf(other.getLocalPort()));
            assertThatThrownBy(DemoPort.HTTP::free)
                    .isInstanceOf(DemoProblem.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("-Ddemo.http.port=");
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        System.setProperty("demo.http.port", "http");
        assertThatThrownBy(DemoPort.HTTP::free).hasMessageContaining("not a port number");
    }
}
