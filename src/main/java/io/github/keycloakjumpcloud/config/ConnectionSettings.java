package io.github.keycloakjumpcloud.config;

import java.time.Duration;
import java.util.List;

/**
 * Everything that connections depend on: two equal settings may share connections, unequal ones may not.
 *
 * @param servers servers in order of preference, never empty
 * @param startTls upgrade {@code ldap://} connections with StartTLS before anything else is sent
 * @param verifyCertificates check certificate chain and host name
 * @param bindDn full DN of the LDAP reader
 * @param bindCredential the reader's password, any vault expression already resolved; never logged
 * @param connectionTimeout longest wait for a TCP connection and TLS handshake
 * @param readTimeout longest wait for the answer to a look-up
 * @param authenticationTimeout longest wait for the answer to a user's bind
 * @param poolSize most connections for searches; as many again for sign-ins
 */
public record ConnectionSettings(
        List<ServerAddress> servers,
        boolean startTls,
        boolean verifyCertificates,
        String bindDn,
        String bindCredential,
        Duration connectionTimeout,
        Duration readTimeout,
        Duration authenticationTimeout,
        int poolSize) {

    public ConnectionSettings {
        servers = List.copyOf(servers);
    }

    /** Leaves the credential out. */
    @Override
    public String toString() {
        return "ConnectionSettings[servers=" + servers + ", startTls=" + startTls + ", verifyCertificates="
                + verifyCertificates + ", bindDn=" + bindDn + "]";
    }
}
