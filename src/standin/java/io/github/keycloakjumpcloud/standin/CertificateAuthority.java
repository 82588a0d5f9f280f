package io.github.keycloakjumpcloud.standin;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.X509Certificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority for tests. Kept in a directory, it outlives the process: a Keycloak that was started with its {@link #pemFile()} in the
 * truststore trusts every stand-in that is started later with the same directory. Immutable and thread-safe.
 */
public final class CertificateAuthority {

    private static final String CERTIFICATE_FILE = "ca.pem";
    private static final String KEY_FILE = "ca-key.pem";
    private static final Duration LIFE = Duration.ofDays(3650);

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final @Nullable Path directory;

    private CertificateAuthority(X509Certificate certificate, PrivateKey key, @Nullable Path directory) {
        this.certificate = certificate;
        this.key = key;
        this.directory = directory;
    }

    /** A new authority that lives in memory only. */
    public static CertificateAuthority create() {
        return create("Stand-in Test CA", null);
    }

    static CertificateAuthority createUnknown() {
        return create("Unknown Test CA", null);
    }

    /**
     * A new authority, written to {@code ca.pem} and {@code ca-key.pem} in the directory, which is created if need be; files that are there are
     * replaced.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static CertificateAuthority createIn(Path directory) {
        CertificateAuthority authority = create("Stand-in Test CA", directory);
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(KEY_FILE), Pem.encode("PRIVATE KEY", authority.key.getEncoded()));
            Files.writeString(directory.resolve(CERTIFICATE_FILE), authority.pem());
            return authority;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the certificate authority in " + directory, e);
        }
    }

    /**
     * The authority that {@link #createIn(Path)} left in the directory.
     *
     * @throws UncheckedIOException if there is none
     */
    public static CertificateAuthority load(Path directory) {
        try {
            X509Certificate certificate = new X509Certificate(Pem.read(directory.resolve(CERTIFICATE_FILE)));
            byte[] key = Pem.read(directory.resolve(KEY_FILE));
            PrivateKey privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
            return new CertificateAuthority(certificate, privateKey, directory);
        } catch (IOException e) {
            throw new UncheckedIOException("no certificate authority in " + directory, e);
        } catch (CertException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificate authority in " + directory + " is damaged", e);
        }
    }

    /** Loads the authority of the directory, or creates it there. */
    public static CertificateAuthority loadOrCreateIn(Path directory) {
        return Files.exists(directory.resolve(CERTIFICATE_FILE)) ? load(directory) : createIn(directory);
    }

    /** The authority's own certificate as PEM text. */
    public String pem() {
        return Pem.encode("CERTIFICATE", certificate.getX509CertificateBytes());
    }

    /**
     * The file with {@link #pem()}.
     *
     * @throws IllegalStateException if the authority lives in memory only
     */
    public Path pemFile() {
        if (directory == null) {
            throw new IllegalStateException("this authority was not created in a directory; write pem() to a file");
        }
        return directory.resolve(CERTIFICATE_FILE);
    }

    /** Writes {@link #pem()} to a file and returns it. */
    public Path writePem(Path file) {
        try {
            return Files.writeString(file, pem(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The distinguished name that certificates of this authority carry as issuer. */
    public String name() {
        return certificate.getSubjectDN().toString();
    }

    /** A client's TLS context that trusts this authority and nobody else. */
    public SSLContext clientContext() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", javaCertificate());
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes a new certificate of this authority and its private key as PEM files, for servers other than the stand-in.
     *
     * @param names host names and IPv4 addresses in the certificate
     * @throws UncheckedIOException if they cannot be written
     */
    public void writeServerFiles(Path certificateFile, Path keyFile, String... names) {
        IssuedCertificate issued = IssuedCertificate.current(this, List.of(names));
        try {
            Files.writeString(
                    certificateFile,
                    Pem.encode("CERTIFICATE", issued.certificate().getEncoded()));
            Files.writeString(keyFile, Pem.encode("PRIVATE KEY", issued.completeKey()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    IssuedCertificate issue(String commonName, List<String> names, Instant notBefore, Instant notAfter) {
        return IssuedCertificate.issue(certificate, key, commonName, names, notBefore, notAfter);
    }

    Certificate javaCertificate() throws GeneralSecurityException {
        return certificate.toCertificate();
    }

    private static CertificateAuthority create(String name, @Nullable Path directory) {
        Instant now = Instant.now();
        DN subject = new DN(new RDN("cn", name), new RDN("o", "keycloak-jumpcloud tests"));
        return IssuedCertificate.selfSigned(
                subject,
                now.minus(Duration.ofDays(1)),
                now.plus(LIFE),
                (certificate, keys) -> new CertificateAuthority(certificate, keys.getPrivate(), directory));
    }
}
