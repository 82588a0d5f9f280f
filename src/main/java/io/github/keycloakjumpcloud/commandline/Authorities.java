package io.github.keycloakjumpcloud.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted. */
final class Authorities {

    private Authorities() {}

    /** Trusts those in a PEM file; where there is none, those that Java trusts. */
    static X509TrustManager trusted(@Nullable Path pem) throws UsageException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(pem == null ? null : keyStore(pem));
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return x509;
                }
            }
            throw new IllegalStateException("This Java has no X.509 trust manager");
        } catch (GeneralSecurityException | IOException e) {
            throw new UsageException(pem == null ? "Java's own truststore cannot be read." : unreadable(pem));
        }
    }

    private static KeyStore keyStore(Path pem) throws GeneralSecurityException, IOException, UsageException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream file = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(file);
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new UsageException(unreadable(pem));
        }
        return store;
    }

    private static String unreadable(Path pem) {
        return pem + " (--ca) is not a readable PEM file with certificates.";
    }
}
