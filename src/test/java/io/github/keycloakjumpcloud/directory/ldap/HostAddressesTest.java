package io.github.keycloakjumpcloud.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostAddressesTest {

    private static final int LIMIT_MILLIS = 1_000;

    private final FailedAddresses failed = new FailedAddresses();
    private final List<Socket> sockets = new ArrayList<>();

    @Test
    void anAddressThatIsABlackHoleCostsItsShareOnceAndGoesLast() throws IOException {
        InetAddress hole = address("127.0.0.1");
        InetAddress works = address("127.0.0.2");
        try (DeadServer dead = new DeadServer(DeadServer.Way.BLACK_HOLE);
                ServerSocket server = new ServerSocket(dead.address().port(), 5, works)) {
            assertThat(connect(server.getLocalPort(), hole, works).getInetAddress())
                    .isEqualTo(works);
            assertThat(sockets).hasSize(2);
            sockets.clear();

            assertThat(connect(server.getLocalPort(), hole, works).getInetAddress())
                    .isEqualTo(works);
            assertThat(sockets).hasSize(1);
        }
    }

    @Test
    void anAddressWithoutTlsGoesLastToo() throws IOException {
        InetAddress first = address("127.0.0.1");
        InetAddress second = address("127.0.0.2");
        try (ServerSocket server = new ServerSocket(0, 5, address("0.0.0.0"))) {
            HostAddresses attempt = addresses(first, second);
            attempt.getByName("host");
            attempt.connect(server.getLocalPort(), LIMIT_MILLIS, Socket::new).close();
            attempt.ended(false);

            assertThat(addresses(first, second).getByName("host")).isEqualTo(second);
        }
    }

    @Test
    void whereNoneWorksTheOneThatFailedFirstIsTriedFirst() throws IOException {
        InetAddress first = address("127.0.0.1");
        InetAddress second = address("127.0.0.2");
        int nobody = freePort();

        assertThatThrownBy(() -> connect(nobody, first, second)).isInstanceOf(IOException.class);

        assertThat(sockets).hasSize(2).allMatch(Socket::isClosed);
        assertThat(failed.inOrder(new InetAddress[] {second, first})).containsExactly(first, second);
        failed.worked(second);
        assertThat(failed.inOrder(new InetAddress[] {first, second})).containsExactly(second, first);
    }

    private Socket connect(int port, InetAddress... all) throws IOException {
        HostAddresses attempt = addresses(all);
        attempt.getByName("host");
        return attempt.connect(port, LIMIT_MILLIS, () -> {
            Socket socket = new Socket();
            sockets.add(socket);
            return socket;
        });
    }

    private HostAddresses addresses(InetAddress... all) {
        return new HostAddresses(host -> all, failed, new ConnectTrace());
    }

    private static InetAddress address(String literal) throws IOException {
        return InetAddress.getByName(literal);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
