package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that can go wrong on the way: point 13. */
@ExtendWith(JumpCloudStandInExtension.class)
class FaultsTest {

    private static final int IMPATIENCE_MILLIS = 200;

    /** How the SDK names a connection that ended or never answered. */
    private static final Set<ResultCode> LOST =
            Set.of(ResultCode.SERVER_DOWN, ResultCode.CONNECT_ERROR, ResultCode.TIMEOUT, ResultCode.DECODING_ERROR);

    private final JumpCloudStandIn standIn;

    FaultsTest(JumpCloudStandIn standIn) {
        this.standIn = standIn;
    }

    @Test
    void idleConnectionsAreClosedAndBusyOnesAreNot() throws LDAPException {
        try (LDAPConnection idle = Ldap.asReader(standIn);
                LDAPConnection busy = Ldap.asReader(standIn)) {
            standIn.behaviour().idleTimeout(Duration.ofMillis(400));
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                assertThat(search(busy)).isZero();
                return standIn.openConnections() == 1;
            });
            assertThat(LOST).contains(ResultCode.valueOf(search(idle)));
            assertThat(search(busy)).isZero();
        }
    }

    @Test
    void latencyDelaysEachAnswer() throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            standIn.behaviour().latency(Duration.ofMillis(100));
            long start = System.nanoTime();
            search(connection);
            search(connection);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @ParameterizedTest
    @CsvSource({"BINDS, 51, 51, 0", "SEARCHES, 52, 0, 52", "ALL, 52, 52, 52", "NONE, 52, 0, 0"})
    void outagesTouchWhatTheyShould(Outage outage, int code, int bind, int search) throws LDAPException {
        try (LDAPConnection searching = Ldap.asReader(standIn);
                LDAPConnection binding = Ldap.plain(standIn)) {
            standIn.behaviour().unavailable(outage, code);
            assertThat(search(searching)).isEqualTo(search);
            assertThat(Ldap.code(() -> binding.bind(standIn.readerDn(), standIn.readerPassword())))
                    .isEqualTo(bind);
            standIn.behaviour().unavailable(false);
            assertThat(search(searching)).isZero();
        }
    }

    @Test
    void unavailableTrueMeansEverything() throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            standIn.behaviour().unavailable(true);
            assertThat(search(connection)).isEqualTo(52);
            assertThat(Ldap.code(() -> connection.compare(standIn.readerDn(), "uid", "x")))
                    .isEqualTo(52);
        }
    }

    @Test
    void connectionsDropAtOnceOrByChance() throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            standIn.dropConnections();
            assertThat(LOST).contains(ResultCode.valueOf(search(connection)));
        }
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            standIn.behaviour().dropProbability(1);
            assertThat(LOST).contains(ResultCode.valueOf(search(connection)));
        }
        standIn.behaviour().dropProbability(0.5);
        int lost = 0;
        for (int i = 0; i < 40; i++) {
            try (LDAPConnection connection = Ldap.plain(standIn)) {
                lost += LOST.contains(ResultCode.valueOf(search(connection))) ? 1 : 0;
            }
        }
        assertThat(lost).isBetween(5, 35);
    }

    @ParameterizedTest
    @CsvSource({
        "BIND, true, false",
        "SEARCH, false, true",
        "REQUEST, true, true",
        "HANDSHAKE, false, false",
        "NEVER, false, false"
    })
    void hangsNeverAnswerTheChosenRequests(Hang hang, boolean bindHangs, boolean searchHangs) throws LDAPException {
        try (LDAPConnection searching = Ldap.asReader(standIn);
                LDAPConnection binding = Ldap.plain(standIn)) {
            searching.getConnectionOptions().setResponseTimeoutMillis(IMPATIENCE_MILLIS);
            binding.getConnectionOptions().setResponseTimeoutMillis(IMPATIENCE_MILLIS);
            standIn.behaviour().hang(hang);
            assertThat(search(searching) == ResultCode.TIMEOUT_INT_VALUE).isEqualTo(searchHangs);
            int bind = Ldap.code(() -> binding.bind(standIn.readerDn(), standIn.readerPassword()));
            assertThat(bind == ResultCode.TIMEOUT_INT_VALUE).isEqualTo(bindHangs);
        }
    }

    @Test
    void tlsHandshakeCanHang() throws LDAPException {
        standIn.behaviour().hang(Hang.HANDSHAKE);
        var options = Ldap.options();
        options.setConnectTimeoutMillis(IMPATIENCE_MILLIS);
        options.setResponseTimeoutMillis(IMPATIENCE_MILLIS);
        var sockets = standIn.certificates().authority().clientContext().getSocketFactory();
        int code = Ldap.code(() -> {
            try (LDAPConnection connection = new LDAPConnection(sockets, options, "localhost", standIn.ldapsPort())) {
                return connection.bind(standIn.readerDn(), standIn.readerPassword());
            }
        });
        assertThat(LOST).contains(ResultCode.valueOf(code));
        assertThat(standIn.counts().tlsHandshakes()).isZero();
        assertThat(standIn.counts().connections()).isEqualTo(1);
    }

    @Test
    void searchesCanEndHalfway() throws LDAPException {
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            standIn.behaviour().cutSearchesAfter(5, 3);
            assertThat(partial(connection)).isEqualTo(5);
            assertThat(search(connection)).isEqualTo(3);
            standIn.behaviour().cutSearchesAfter(7, -1);
            assertThat(partial(connection)).isEqualTo(7);
            assertThat(connection.isConnected()).isFalse();
        }
    }

    @Test
    void unreachableAndBackOnTheSamePort() throws LDAPException {
        int port = standIn.ldapPort();
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            standIn.stopListening();
            assertThat(LOST).contains(ResultCode.valueOf(search(connection)));
        }
        assertThat(Ldap.code(() -> {
                    try (LDAPConnection connection = Ldap.plain(standIn)) {
                        return connection.bind("", "");
                    }
                }))
                .isEqualTo(ResultCode.CONNECT_ERROR_INT_VALUE);
        standIn.startListening();
        assertThat(standIn.ldapPort()).isEqualTo(port);
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            assertThat(search(connection)).isZero();
        }
    }

    @Test
    void portsReopenEveryTime() throws LDAPException {
        for (int i = 0; i < 100; i++) {
            standIn.stopListening();
            standIn.startListening();
        }
        try (LDAPConnection connection = Ldap.asReader(standIn)) {
            assertThat(search(connection)).isZero();
        }
    }

    private int search(LDAPConnection connection) {
        return Ldap.code(() -> Ldap.search(connection, standIn.baseDn(), "(uid=*)", "uid"));
    }

    private int partial(LDAPConnection connection) throws LDAPException {
        try {
            Ldap.search(connection, standIn.baseDn(), "(uid=*)", "uid");
        } catch (LDAPSearchException e) {
            return e.getEntryCount();
        }
        return -1;
    }
}
