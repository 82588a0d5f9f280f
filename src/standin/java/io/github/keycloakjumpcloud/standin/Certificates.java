package io.github.keycloakjumpcloud.standin;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The certificate that the stand-in shows, replaceable while it runs: the next handshake sees the new one, connections that are open stay. The
 * live service's certificate chains to a public authority (jumpcloud-ldap-proxy, 2026); here a test authority takes that place. Thread-safe.
 */
public final class Certificates {

    private static final char[] NO_PASSWORD = {};

    private final CertificateAuthority authority;
    private final List<String> names;
    private final Shown original;
    private volatile Shown shown;

    private record Shown(X509Certificate certificate, SSLContext context) {}

    Certificates(CertificateAuthority authority, List<String> names) {
        this.authority = authority;
        this.names = List.copyOf(names);
        this.original = shown(IssuedCertificate.current(authority, names), authority);
        this.shown = original;
    }

    /** The authority that clients should trust. */
    public CertificateAuthority authority() {
        return authority;
    }

    /** The certificate shown now. */
    public X509Certificate current() {
        return shown.certificate();
    }

    /** The name of the authority that issued the certificate shown now, e.g. {@code CN=Stand-in Test CA,O=...}. */
    public String issuerName() {
        return current().getIssuerX500Principal().getName();
    }

    /** A new key and certificate from the same authority, as at a regular renewal. */
    public void rotate() {
        shown = shown(IssuedCertificate.current(authority, names), authority);
    }

    /** A certificate that ended yesterday. */
    public void expire() {
        Instant now = Instant.now();
        Instant from = now.minus(Duration.ofDays(90));
        shown = shown(authority.issue(names.get(0), names, from, now.minus(Duration.ofDays(1))), authority);
    }

    /** A certificate that is good for so long and no longer. */
    public void expireIn(Duration left) {
        Instant now = Instant.now();
        shown = shown(authority.issue(names.get(0), names, now.minus(Duration.ofDays(1)), now.plus(left)), authority);
    }

    /** A certificate for {@code ldap.wrong-host.test} only. */
    public void wrongHost() {
        shown = shown(IssuedCertificate.current(authority, List.of("ldap.wrong-host.test")), authority);
    }

    /** A certificate for the right names from an authority that nobody knows. */
    public void untrusted() {
        CertificateAuthority unknown = CertificateAuthority.createUnknown();
        shown = shown(IssuedCertificate.current(unknown, names), unknown);
    }

    /** The certificate of the start. */
    public void restore() {
        shown = original;
    }

    SSLContext context() {
        return shown.context();
    }

    private static Shown shown(IssuedCertificate issued, CertificateAuthority issuer) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            Certificate[] chain = {issued.certificate(), issuer.javaCertificate()};
            keys.setKeyEntry("server", issued.key(), NO_PASSWORD, chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, new SecureRandom());
            return new Shown(issued.certificate(), context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot use the certificate", e);
        }
    }
}
