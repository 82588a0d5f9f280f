package io.github.keycloakjumpcloud.config;

import java.time.Duration;
import java.util.List;

/**
 * Everything that connections depend on: two equal settings may share connections, unequal ones may not.
 *
 * @param servers servers in order of preference, never empty
 * @param authenticationServers servers at which users bind, in order of preference; the same where nothing else is set
 * @param secondFactor whether users must pass a second factor at these servers, so that a bind can take a minute
 * @param startTls upgrade {@code ldap://} connections with StartTLS before anything else is sent
 * @param verifyCertificates check certificate chain and host name
 * @param bindDn full DN of the LDAP reader
 * @param bindCredential the reader's password, any vault expression already resolved; never logged
 * @param connectionTimeout longest wait for a TCP connection and TLS handshake
 * @param readTimeout longest wait for the answer to a look-up
 * @param authenticationTimeout longest wait for the answer to a user's bind
 * @param poolSize most connections for searches; sign-ins, of which each holds one until its answer, may have some times as many
 */
public record ConnectionSettings(
        List<ServerAddress> servers,
        List<ServerAddress> authenticationServers,
        boolean secondFactor,
        boolean startTls,
        boolean verifyCertificates,
        String bindDn,
        String bindCredential,
        Duration connectionTimeout,
        Duration readTimeout,
        Duration authenticationTimeout,
        int poolSize) {

    /**
     * Over ten connections no more than 100 people a second could sign in 100 ms away from the server. Times the default pool this is what Keycloak's
     * request threads come to by default, so that none of them waits for a connection.
     */
    private static final int SIGN_INS_FOR_EACH_SEARCH = 5;

    /** People who wait for their phones, and the most that is opened without being asked for. */
    private static final int MANY = 250;

    public ConnectionSettings {
        servers = List.copyOf(servers);
        authenticationServers = List.copyOf(authenticationServers);
    }

    /** Sign-ins that may wait for an answer at the same time; where they wait for people, many more. */
    public int signInsAtOnce() {
        int wanted = secondFactor ? MANY : Math.min(MANY, poolSize * SIGN_INS_FOR_EACH_SEARCH);
        return Math.max(poolSize, wanted);
    }

    /** Leaves the credential out. */
    @Override
    public String toString() {
        return "ConnectionSettings[servers=" + servers + ", startTls=" + startTls + ", verifyCertificates="
                + verifyCertificates + ", bindDn=" + bindDn + "]";
    }
}
