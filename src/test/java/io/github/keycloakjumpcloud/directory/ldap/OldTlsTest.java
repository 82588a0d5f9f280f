package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.broken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that speak older versions of TLS. Java has no such server any more, so what it would answer to the first message is written down here (RFC
 * 5246, section 7.4.1.3).
 */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OldTlsTest {

    private static final int RECORD_HEADER = 5;
    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;

    @ParameterizedTest(name = "version 3.{0}")
    @ValueSource(bytes = {0, 1, 2})
    void aServerThatChoosesAnOldVersionIsRefused(byte minor) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                JumpCloudStandIn defaults = JumpCloudStandIn.builder().empty().start()) {
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> chooseVersion(listener, minor));

            Problem problem = broken(setup(defaults, listener).ask(LdapDirectory::probe));

            assertThat(problem.kind()).isEqualTo(Problem.Kind.TLS_FAILED);
            assertThat(answer.get()).as("an alert, and nothing else").isEqualTo(ALERT);
        }
    }

    /** The extension supported_versions (43) names every version that the client takes (RFC 8446, section 4.2.1). */
    @Test
    void noOldVersionIsOffered() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                JumpCloudStandIn defaults = JumpCloudStandIn.builder().empty().start()) {
            CompletableFuture<byte[]> hello = CompletableFuture.supplyAsync(() -> firstMessage(listener));
            broken(setup(defaults, listener).ask(LdapDirectory::probe));

            byte[] offered = {0, 43, 0, 5, 4, 3, 4, 3, 3};
            assertThat(hello.get()).containsSequence(offered);
        }
    }

    private static Setup setup(JumpCloudStandIn defaults, ServerSocket listener) {
        Setup setup = new Setup(defaults);
        setup.servers = List.of(new ServerAddress(true, "localhost", listener.getLocalPort()));
        return setup;
    }

    private static byte[] firstMessage(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            return record(socket.getInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers with a ServerHello; gives the type of the record that comes back. */
    private static int chooseVersion(ServerSocket listener, byte minor) {
        try (Socket socket = listener.accept()) {
            InputStream in = socket.getInputStream();
            record(in);
            byte[] body = new byte[2 + 32 + 1 + 2 + 1];
            body[0] = 3;
            body[1] = minor;
            // TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, which all these versions have.
            body[35] = (byte) 0xc0;
            body[36] = 0x13;
            byte[] header = {HANDSHAKE, 3, minor, 0, (byte) (body.length + 4), 2, 0, 0, (byte) body.length};
            socket.getOutputStream().write(Messages.joined(header, body));
            return in.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] record(InputStream in) throws IOException {
        byte[] header = in.readNBytes(RECORD_HEADER);
        return in.readNBytes(((header[3] & 0xff) << 8) | (header[4] & 0xff));
    }
}
