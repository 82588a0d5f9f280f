package io.github.keycloakjumpcloud.directory.ldap;

import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.broken;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.present;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unavailable;
import static io.github.keycloakjumpcloud.directory.ldap.Outcomes.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.ProbeOutcome;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.Problem.Kind;
import io.github.keycloakjumpcloud.standin.Hang;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every case over ldaps and over StartTLS: they share no code in the LDAP library. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsTest {

    private final JumpCloudStandIn standIn = JumpCloudStandIn.builder().start();
    private final Setup setup = new Setup(standIn);

    enum Way {
        LDAPS,
        START_TLS
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aGoodCertificateIsAccepted(Way way) {
        use(way);
        withDirectory(directory -> {
            assertThat(directory.probe()).isInstanceOf(ProbeOutcome.Usable.class);
            present(directory.findByUsername("jane.doe"));
            directory.bind(standIn.directory().dnOf("jane.doe"), standIn.passwordOf("jane.doe"));
        });
        assertThat(standIn.counts().tlsHandshakes())
                .isEqualTo(3)
                .isEqualTo(standIn.counts().connections());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anUnknownIssuerIsRefused(Way way) {
        String server = use(way);
        standIn.certificates().untrusted();

        Problem problem = refused();

        assertThat(problem.kind()).isEqualTo(Kind.CERTIFICATE_UNTRUSTED);
        assertThat(problem.details().get(0)).isEqualTo(server);
        assertThat(problem.details().get(1)).contains("localhost");
        assertThat(problem.details().get(2)).contains("Unknown Test CA");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anExpiredCertificateIsRefused(Way way) {
        String server = use(way);
        standIn.certificates().expire();

        Problem problem = refused();

        assertThat(problem.kind()).isEqualTo(Kind.CERTIFICATE_EXPIRED);
        assertThat(problem.details().get(0)).isEqualTo(server);
        assertThat(Instant.parse(problem.details().get(2))).isBefore(Instant.now());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anotherHostsCertificateIsRefused(Way way) {
        String server = use(way);
        standIn.certificates().wrongHost();

        assertThat(refused()).isEqualTo(Problem.of(Kind.CERTIFICATE_WRONG_NAME, server, "ldap.wrong-host.test"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRenewedCertificateIsAcceptedWithoutARestart(Way way) {
        use(way);
        withDirectory(directory -> {
            present(directory.findByUsername("jane.doe"));
            standIn.certificates().rotate();
            standIn.dropConnections();
            present(directory.findByUsername("jane.doe"));
        });
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void verificationCanBeTurnedOff(Way way) {
        use(way);
        setup.verifyCertificates = false;
        for (Runnable fault : List.<Runnable>of(
                standIn.certificates()::untrusted, standIn.certificates()::expire, standIn.certificates()::wrongHost)) {
            fault.run();
            withDirectory(directory -> present(directory.findByUsername("jane.doe")));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aHandshakeThatNeverEndsIsBounded(Way way) {
        String server = use(way);
        setup.connectionTimeout = Duration.ofMillis(400);
        standIn.behaviour().hang(Hang.HANDSHAKE);

        long start = System.nanoTime();
        withDirectory(directory -> {
            Problem problem = broken(directory.probe());
            assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(problem.details()).containsExactly(server, "no answer within 400 ms");
        });
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(standIn.counts().binds()).isZero();
    }

    @Test
    void strippedStartTlsNeverFallsBackToClearText() {
        String server = use(Way.START_TLS);
        standIn.behaviour().startTls(false);

        Problem problem = refused();

        assertThat(problem.kind()).isEqualTo(Kind.START_TLS_REFUSED);
        assertThat(problem.details().get(0)).isEqualTo(server);
    }

    @Test
    void aPlainPortIsNoLdapsPort() {
        setup.servers = List.of(new ServerAddress(true, "localhost", standIn.ldapPort()));

        withDirectory(
                directory -> assertThat(broken(directory.probe()).kind()).isIn(Kind.TLS_FAILED, Kind.UNREACHABLE));
        assertThat(standIn.counts().binds()).isZero();
    }

    /** All three ways in must refuse, with the same diagnosis, and before anything is sent. */
    private Problem refused() {
        Problem[] problem = new Problem[1];
        withDirectory(directory -> {
            problem[0] = broken(directory.probe());
            assertThat(unknown(directory.findByUsername("jane.doe"))).isEqualTo(problem[0]);
            assertThat(unavailable(directory.bind(standIn.directory().dnOf("jane.doe"), "jane.doe-Secret01!")))
                    .isEqualTo(problem[0]);
        });
        assertThat(standIn.counts().binds()).isZero();
        assertThat(standIn.counts().searches()).isZero();
        return problem[0];
    }

    private String use(Way way) {
        setup.startTls = way == Way.START_TLS;
        setup.servers = List.of(way == Way.START_TLS ? Setup.ldap(standIn) : Setup.ldaps(standIn));
        return setup.servers.get(0).toString();
    }

    private void withDirectory(Consumer<LdapDirectory> work) {
        try (LdapConnections connections = setup.connections()) {
            work.accept(new LdapDirectory(connections, setup.config()));
        }
    }
}
