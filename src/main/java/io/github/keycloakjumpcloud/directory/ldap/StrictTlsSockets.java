package io.github.keycloakjumpcloud.directory.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Puts TLS 1.2 or newer on top of connected sockets to one host. The host name is checked by JSSE within the handshake (RFC 4513, section 3.1.3), so
 * nothing is ever sent to a server with somebody else's certificate. It cannot open sockets itself: that would have no time limit.
 */
final class StrictTlsSockets extends SSLSocketFactory {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SSLSocketFactory jsse;
    private final String host;
    private final boolean verifyHost;

    private StrictTlsSockets(SSLSocketFactory jsse, String host, boolean verifyHost) {
        this.jsse = jsse;
        this.host = host;
        this.verifyHost = verifyHost;
    }

    /** Sockets to {@code host} whose certificate {@code judge} accepts and which are that host's. */
    static StrictTlsSockets verified(String host, CertificateJudge judge) {
        return new StrictTlsSockets(factory(judge), host, true);
    }

    /** Sockets to whoever answers. */
    static StrictTlsSockets unverified(String host) {
        return new StrictTlsSockets(factory(new TrustEverything()), host, false);
    }

    /** Wraps a connected socket. The handshake is yet to come. */
    SSLSocket over(GuardedSocket connected) throws IOException {
        connected.unguard();
        SSLSocket socket = (SSLSocket) jsse.createSocket(connected, host, connected.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        if (verifyHost) {
            parameters.setEndpointIdentificationAlgorithm("LDAPS");
        }
        socket.setSSLParameters(parameters);
        return new GuardedTlsSocket(socket, connected.limit());
    }

    @Override
    public Socket createSocket(Socket connected, String ignoredHost, int port, boolean autoClose) throws IOException {
        if (connected instanceof GuardedSocket guarded) {
            return over(guarded);
        }
        throw onlyOver();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return jsse.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return jsse.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String toHost, int port) throws IOException {
        throw onlyOver();
    }

    @Override
    public Socket createSocket(String toHost, int port, InetAddress from, int fromPort) throws IOException {
        throw onlyOver();
    }

    @Override
    public Socket createSocket(InetAddress to, int port) throws IOException {
        throw onlyOver();
    }

    @Override
    public Socket createSocket(InetAddress to, int port, InetAddress from, int fromPort) throws IOException {
        throw onlyOver();
    }

    private static IOException onlyOver() {
        return new IOException("TLS is only put on top of connected sockets");
    }

    private static SSLSocketFactory factory(TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }
}
