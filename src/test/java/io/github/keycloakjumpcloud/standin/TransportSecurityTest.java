package io.github.keycloakjumpcloud.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** StartTLS, ldaps and certificates: point 12. */
@ExtendWith(JumpCloudStandInExtension.class)
class TransportSecurityTest {

    private final JumpCloudStandIn standIn;

    TransportSecurityTest(JumpCloudStandIn standIn) {
        this.standIn = standIn;
    }

    @Test
    void startTlsSecuresThePlainPort() throws LDAPException {
        standIn.behaviour().cleartext(false);
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            assertThat(Ldap.code(() -> connection.bind(standIn.readerDn(), standIn.readerPassword())))
                    .isEqualTo(13);
            assertThat(Ldap.code(() -> Ldap.search(connection, standIn.baseDn(), "(uid=*)")))
                    .isEqualTo(13);
            assertThat(Ldap.code(() -> connection.processExtendedOperation(new StartTLSExtendedRequest(trusting()))))
                    .isZero();
            connection.bind(standIn.readerDn(), standIn.readerPassword());
            assertThat(Ldap.search(connection, standIn.baseDn(), "(uid=jane.doe)")
                            .getEntryCount())
                    .isEqualTo(1);
        }
        assertThat(standIn.counts().startTls()).isEqualTo(1);
        assertThat(standIn.counts().tlsHandshakes()).isEqualTo(1);
    }

    @Test
    void startTlsCanBeStripped() throws LDAPException {
        standIn.behaviour().startTls(false);
        try (LDAPConnection connection = Ldap.plain(standIn)) {
            assertThat(Ldap.code(() -> connection.processExtendedOperation(new StartTLSExtendedRequest(trusting()))))
                    .isEqualTo(2);
            assertThat(connection.getRootDSE().getSupportedExtendedOperationOIDs())
                    .isNull();
        }
        assertThat(standIn.counts().startTls()).isZero();
    }

    @Test
    void certificateFitsTheHost() {
        assertThat(handshakes("localhost")).isTrue();
        assertThat(handshakes("127.0.0.1")).isTrue();
    }

    @Test
    void rotationBringsANewKeyThatIsStillTrusted() {
        X509Certificate before = standIn.certificates().current();
        standIn.certificates().rotate();
        assertThat(standIn.certificates().current().getPublicKey()).isNotEqualTo(before.getPublicKey());
        assertThat(standIn.certificates().issuerName()).contains("Stand-in Test CA");
        assertThat(handshakes("localhost")).isTrue();
    }

    @Test
    void badCertificatesAreRefusedByACarefulClientUntilRestored() {
        standIn.certificates().expire();
        assertThat(handshakes("localhost")).isFalse();
        standIn.certificates().wrongHost();
        assertThat(handshakes("localhost")).isFalse();
        standIn.certificates().untrusted();
        assertThat(handshakes("localhost")).isFalse();
        assertThat(standIn.certificates().issuerName()).contains("Unknown Test CA");
        standIn.certificates().restore();
        assertThat(handshakes("localhost")).isTrue();
        assertThat(standIn.counts().bindsOk()).isZero();
    }

    @Test
    void openConnectionsSurviveARotation() throws LDAPException {
        try (LDAPConnection connection = Ldap.tls(standIn, standIn.ldapsPort())) {
            standIn.certificates().untrusted();
            connection.bind(standIn.readerDn(), standIn.readerPassword());
        }
    }

    @Test
    void authorityOutlivesTheStandIn(@TempDir Path directory) throws Exception {
        CertificateAuthority created = CertificateAuthority.loadOrCreateIn(directory.resolve("ca"));
        assertThat(created.pemFile())
                .content()
                .startsWith("-----BEGIN CERTIFICATE-----")
                .isEqualTo(created.pem());
        CertificateAuthority loaded = CertificateAuthority.load(directory.resolve("ca"));
        assertThat(loaded.pem()).isEqualTo(created.pem());
        try (JumpCloudStandIn later =
                JumpCloudStandIn.builder().certificateAuthority(loaded).start()) {
            assertThat(handshakes("localhost", later.ldapsPort(), created.clientContext()))
                    .isTrue();
        }
        assertThatThrownBy(() -> CertificateAuthority.load(directory)).hasMessageContaining("no certificate authority");
    }

    private SSLContext trusting() {
        return standIn.certificates().authority().clientContext();
    }

    private boolean handshakes(String host) {
        return handshakes(host, standIn.ldapsPort(), trusting());
    }

    private static boolean handshakes(String host, int port, SSLContext trusting) {
        LDAPConnectionOptions careful = Ldap.options();
        careful.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        try (LDAPConnection connection = new LDAPConnection(trusting.getSocketFactory(), careful, host, port)) {
            return connection.getRootDSE() != null;
        } catch (LDAPException e) {
            return false;
        }
    }
}
