package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.failed;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Look;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.Problem.Kind;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import io.github.keycloakjumpcloud.standin.Outage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an inspection sees of servers, down to the reader's sign-in. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InspectedServersTest {

    private static final ServerAddress NOWHERE = new ServerAddress(true, "no-such-host.invalid", 636);
    private static final int UNAVAILABLE = 52;

    /** One after the other they would take twice the time that the inspection has in that test. */
    private static final int SILENT = 15;

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    @AfterEach
    void stop() {
        standIn.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void addressConnectionAndCertificate(boolean startTls) {
        setup.startTls = startTls;
        setup.servers = List.of(startTls ? Setup.ldap(standIn) : Setup.ldaps(standIn));

        Inspection.Server server = only(inspect().servers());

        assertThat(server.address()).isEqualTo(setup.servers.get(0));
        assertThat(seen(server.addresses())).contains("127.0.0.1");
        assertThat(seen(server.connection())).isEqualTo("127.0.0.1");
        Inspection.Encryption encryption = seen(server.encryption()).orElseThrow();
        assertThat(encryption.protocol()).isEqualTo("TLSv1.3");
        assertThat(encryption.cipher()).startsWith("TLS_");
        assertThat(encryption.subject()).contains("localhost");
        assertThat(encryption.issuer()).isEqualTo(standIn.certificates().issuerName());
        assertThat(encryption.validUntil())
                .isEqualTo(standIn.certificates().current().getNotAfter().toInstant());
    }

    @Test
    void clearText() {
        assertThat(seen(only(inspect().servers()).encryption())).isEmpty();
    }

    @Test
    void nothingIsSentTwiceAndNothingIsLeftOpen() {
        Inspection inspection = inspect();

        assertThat(seen(only(inspection.readers()).bind())).isEqualTo(standIn.readerDn());
        assertThat(seen(inspection.tree().paging()).reach()).isEqualTo(Inspection.Reach.WHOLE);
        assertThat(inspection.signInServers()).isEmpty();
        assertThat(standIn.counts().connections()).isOne();
        assertThat(standIn.counts().binds()).isOne();
        Awaitility.await().until(() -> standIn.openConnections() == 0);
    }

    @Test
    void unknownHost() {
        setup.servers = List.of(NOWHERE);

        Inspection inspection = inspect();

        Inspection.Server server = only(inspection.servers());
        assertThat(failed(server.addresses())).isEqualTo(Problem.of(Kind.UNKNOWN_HOST, NOWHERE.host()));
        assertThat(server.connection()).isEqualTo(new Look.Skipped<>());
        assertThat(server.encryption()).isEqualTo(new Look.Skipped<>());
        assertThat(inspection.readers()).isEmpty();
        assertThat(inspection.tree()).isEqualTo(Inspection.Tree.unseen());
    }

    @Test
    void closedPort() throws IOException {
        setup.servers = List.of(closed());

        Inspection.Server server = only(inspect().servers());

        assertThat(seen(server.addresses())).contains("127.0.0.1");
        assertThat(failed(server.connection()).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(server.encryption()).isEqualTo(new Look.Skipped<>());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void certificatesThatAreRefused(boolean startTls) {
        setup.startTls = startTls;
        setup.servers = List.of(startTls ? Setup.ldap(standIn) : Setup.ldaps(standIn));

        standIn.certificates().untrusted();
        assertRefused(Kind.CERTIFICATE_UNTRUSTED);
        standIn.certificates().expire();
        assertRefused(Kind.CERTIFICATE_EXPIRED);
        standIn.certificates().wrongHost();
        assertRefused(Kind.CERTIFICATE_WRONG_NAME);

        assertThat(standIn.counts().binds()).isZero();
    }

    @Test
    void withoutVerificationTheCertificateIsSeenAllTheSame() {
        setup.servers = List.of(Setup.ldaps(standIn));
        setup.verifyCertificates = false;
        standIn.certificates().untrusted();

        Inspection.Encryption encryption =
                seen(only(inspect().servers()).encryption()).orElseThrow();

        assertThat(encryption.issuer()).contains("Unknown Test CA");
    }

    @Test
    void strippedStartTlsAndASilentHandshake() {
        setup.startTls = true;
        standIn.behaviour().startTls(false);
        assertRefused(Kind.START_TLS_REFUSED);

        standIn.behaviour().startTls(true).hang(Hang.HANDSHAKE);
        setup.connectionTimeout = Duration.ofMillis(400);
        assertRefused(Kind.UNREACHABLE);
    }

    @Test
    void everyServerIsLookedAtAndTheFirstGoodOneUsed() throws IOException {
        setup.servers = List.of(NOWHERE, Setup.ldap(standIn), closed());

        Inspection inspection = inspect();

        assertThat(inspection.servers()).extracting(Inspection.Server::isUsable).containsExactly(false, true, false);
        assertThat(only(inspection.readers()).server()).isEqualTo(Setup.ldap(standIn));
        assertThat(inspection.tree().users().seen()).isPresent();
    }

    @Test
    void aServerThatCannotAnswerNowIsPassedOver() {
        try (JumpCloudStandIn other = JumpCloudStandIn.builder().start()) {
            other.behaviour().unavailable(Outage.BINDS, UNAVAILABLE);
            setup.servers = List.of(Setup.ldap(other), Setup.ldap(standIn));

            Inspection inspection = inspect();

            assertThat(inspection.readers()).hasSize(2);
            assertThat(failed(inspection.readers().get(0).bind()).kind()).isEqualTo(Kind.SERVER_ERROR);
            assertThat(seen(inspection.readers().get(1).bind())).isEqualTo(standIn.readerDn());
            assertThat(inspection.tree().users().seen()).isPresent();
        }
    }

    @Test
    void manySilentServersDoNotUseUpTheTime() throws IOException {
        List<DeadServer> silent = new ArrayList<>();
        try {
            for (int i = 0; i < SILENT; i++) {
                silent.add(new DeadServer(DeadServer.Way.STALLS_THE_HANDSHAKE));
            }
            setup.connectionTimeout = Duration.ofMillis(800);
            setup.servers = Stream.concat(silent.stream().map(DeadServer::address), Stream.of(Setup.ldap(standIn)))
                    .toList();
            setup.authenticationServers = List.of(Setup.ldaps(standIn));
            try (TrialConnections connections = setup.trial()) {
                Inspection inspection = new LdapInspector(connections, setup.config(), Duration.ofSeconds(6)).inspect();

                assertThat(inspection.servers())
                        .extracting(Inspection.Server::address)
                        .isEqualTo(setup.servers);
                assertThat(seen(only(inspection.readers()).bind())).isEqualTo(standIn.readerDn());
                assertThat(inspection.tree().users().seen()).isPresent();
                assertThat(only(inspection.signInServers()).isUsable()).isTrue();
            }
        } finally {
            for (DeadServer server : silent) {
                server.close();
            }
        }
        Awaitility.await().until(() -> standIn.openConnections() == 0);
    }

    @Test
    void aWrongPasswordIsSentOnce() {
        setup.servers = List.of(Setup.ldap(standIn), Setup.ldaps(standIn));
        setup.bindCredential = "wrong";

        Inspection inspection = inspect();

        assertThat(failed(only(inspection.readers()).bind()))
                .isEqualTo(Problem.of(Kind.READER_REFUSED, standIn.readerDn(), standIn.organizationId()));
        assertThat(inspection.tree()).isEqualTo(Inspection.Tree.unseen());
        assertThat(standIn.counts().binds()).isOne();
    }

    @Test
    void nobodySignsInWhereUsersDo() {
        ServerAddress mfa = new ServerAddress(true, "localhost", standIn.mfaPort());
        setup.authenticationServers = List.of(mfa, NOWHERE);

        Inspection inspection = inspect();

        assertThat(inspection.signInServers())
                .extracting(Inspection.Server::address)
                .containsExactly(mfa, NOWHERE);
        assertThat(inspection.signInServers())
                .extracting(Inspection.Server::isUsable)
                .containsExactly(true, false);
        assertThat(standIn.counts().binds()).isOne();
    }

    @Test
    void whenTheTimeIsUpNothingFurtherIsBegun() {
        try (TrialConnections connections = setup.trial()) {
            Inspection inspection = new LdapInspector(connections, setup.config(), Duration.ZERO).inspect();

            assertThat(failed(only(inspection.servers()).addresses())).isEqualTo(Problem.of(Kind.TIMEOUT, "0"));
        }
        assertThat(standIn.counts().connections()).isZero();
    }

    private void assertRefused(Kind kind) {
        Inspection.Server server = only(inspect().servers());
        assertThat(server.connection().seen()).isPresent();
        assertThat(failed(server.encryption()).kind()).isEqualTo(kind);
    }

    private Inspection inspect() {
        try (TrialConnections connections = setup.trial()) {
            return new LdapInspector(connections, setup.config()).inspect();
        }
    }

    private static ServerAddress closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new ServerAddress(true, "127.0.0.1", socket.getLocalPort());
        }
    }

    private static <T> T only(List<T> items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
