package io.github.keycloakjumpcloud.access;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.TruststoreProvider;

/** Keycloak's system truststore ({@code truststore-paths} and the JVM's public authorities). */
public final class Truststore {

    private Truststore() {}

    /** A trust manager for Keycloak's truststore, or for the JVM's where Keycloak has none. */
    public static X509TrustManager trustManager(KeycloakSession session) {
        TruststoreProvider provider = session.getProvider(TruststoreProvider.class);
        return trustManager(provider == null ? null : provider.getTruststore());
    }

    private static X509TrustManager trustManager(@Nullable KeyStore certificates) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(certificates);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return x509;
                }
            }
            throw new IllegalStateException("This Java runtime has no X.509 trust manager");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Keycloak's truststore cannot be read", e);
        }
    }
}
