package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.config.ServerAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import javax.net.ssl.X509TrustManager;

/**
 * Connections for one test, of which none is kept: nobody else has to wait for them, and nothing looks after them. Needs no Keycloak. Thread-safe; whoever
 * opens them closes them.
 */
public final class TrialConnections implements AutoCloseable {

    private final ConnectionSettings settings;
    private final X509TrustManager truststore;
    private final ExecutorService background;
    private final ScheduledExecutorService clock;
    private final BoundedResolver resolver;

    private TrialConnections(ConnectionSettings settings, X509TrustManager truststore) {
        this.settings = settings;
        this.truststore = truststore;
        this.background = Executors.newCachedThreadPool(new DaemonThreads("trial"));
        this.clock = Executors.newSingleThreadScheduledExecutor(new DaemonThreads("trial-clock"));
        this.resolver =
                new BoundedResolver(background, settings.connectionTimeout().toMillis());
    }

    /**
     * Prepares connections. Connects to nothing yet.
     *
     * @param settings where to connect and as whom
     * @param truststore judges certificate chains; not asked where the settings turn verification off
     */
    public static TrialConnections open(ConnectionSettings settings, X509TrustManager truststore) {
        WireDebug.withoutContents();
        return new TrialConnections(settings, truststore);
    }

    /** One connector for each server that is searched, in order of preference. */
    List<ServerConnector> connectors() {
        return connectors(settings.servers());
    }

    /** Likewise for the servers at which users bind. */
    List<ServerConnector> signInConnectors() {
        return connectors(settings.authenticationServers());
    }

    /** A connector that leaves StartTLS to the caller. */
    ServerConnector inClearText(ServerAddress server) {
        ConnectionSettings clear = new ConnectionSettings(
                settings.servers(),
                settings.authenticationServers(),
                settings.secondFactor(),
                false,
                settings.verifyCertificates(),
                settings.bindDn(),
                settings.bindCredential(),
                settings.connectionTimeout(),
                settings.readTimeout(),
                settings.authenticationTimeout(),
                settings.poolSize());
        return new ServerConnector(server, 0, clear, truststore, background, clock);
    }

    /** Whether a host of this name exists. */
    HostLookup lookUp(String host) {
        try {
            return resolver.resolve(host).length > 0 ? HostLookup.EXISTS : HostLookup.ABSENT;
        } catch (UnknownHostException e) {
            return outcome(e);
        }
    }

    /** Java has one exception for both; what came from the look-up itself is this one's cause. */
    static HostLookup outcome(UnknownHostException failure) {
        boolean answered = failure.getCause() instanceof UnknownHostException cause
                && !String.valueOf(cause.getMessage()).contains("Temporary failure");
        return answered ? HostLookup.ABSENT : HostLookup.UNANSWERED;
    }

    private List<ServerConnector> connectors(List<ServerAddress> servers) {
        return IntStream.range(0, servers.size())
                .mapToObj(rank -> new ServerConnector(servers.get(rank), rank, settings, truststore, background, clock))
                .toList();
    }

    @Override
    public void close() {
        clock.shutdown();
        background.shutdown();
    }
}
