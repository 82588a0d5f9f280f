package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.SSLSocketVerifier;
import javax.net.ssl.SSLSocket;

/**
 * Lets no connection through whose handshake did not succeed. The library stops waiting for a slow handshake and takes the socket as it is; asking
 * for the session waits for the handshake's end, which {@link ConnectAttempt} bounds.
 */
final class TlsVerdict extends SSLSocketVerifier {

    private static final String NO_SESSION = "SSL_NULL_WITH_NULL_NULL";

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        if (socket.getSession().getCipherSuite().equals(NO_SESSION)) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, "TLS handshake failed");
        }
    }
}
