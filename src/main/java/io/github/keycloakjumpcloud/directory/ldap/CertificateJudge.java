package io.github.keycloakjumpcloud.directory.ldap;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets the truststore judge a server's certificate and remembers what was judged, so that a failed handshake can be explained.
 *
 * <p>Deliberately not an {@code X509ExtendedTrustManager}: only a plain trust manager is wrapped by JSSE, which then checks the host name and the
 * disabled algorithms itself, whatever the truststore's own class does.
 */
final class CertificateJudge implements X509TrustManager {

    private final X509TrustManager truststore;
    private volatile @Nullable Judgement last;

    CertificateJudge(X509TrustManager truststore) {
        this.truststore = truststore;
    }

    /** The judgement of this handshake; empty where the server did not get as far as showing a certificate. */
    Optional<Judgement> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        last = new Judgement(chain[0], false);
        truststore.checkServerTrusted(chain, authType);
        last = new Judgement(chain[0], true);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("This side is never a TLS server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return truststore.getAcceptedIssuers();
    }

    /**
     * What the truststore said.
     *
     * @param certificate the server's own certificate
     * @param trusted whether its chain is trusted
     */
    record Judgement(X509Certificate certificate, boolean trusted) {}
}
