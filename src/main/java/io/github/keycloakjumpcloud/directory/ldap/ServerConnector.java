package io.github.keycloakjumpcloud.directory.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPExtendedOperationException;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import io.github.keycloakjumpcloud.config.ConnectionSettings;
import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Problem;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Opens connections to one server: name, TCP, TLS; nobody is bound on them yet. Thread-safe. */
final class ServerConnector {

    private final ServerAddress server;
    private final int rank;
    private final ConnectionSettings settings;
    private final X509TrustManager truststore;
    private final ExecutorService background;
    private final ScheduledExecutorService clock;
    private final BoundedResolver resolver;
    private final FailedAddresses failedAddresses = new FailedAddresses();

    ServerConnector(
            ServerAddress server,
            int rank,
            ConnectionSettings settings,
            X509TrustManager truststore,
            ExecutorService background,
            ScheduledExecutorService clock) {
        this.server = server;
        this.rank = rank;
        this.settings = settings;
        this.truststore = truststore;
        this.background = background;
        this.clock = clock;
        this.resolver =
                new BoundedResolver(background, settings.connectionTimeout().toMillis());
    }

    ServerAddress server() {
        return server;
    }

    /** Connects, within the name's look-up plus the connection timeout, for requests with short answers. */
    Link open() throws LdapFailure {
        return open(MessageLimit.OF_REQUESTS);
    }

    /** Connects as above, for messages of another size. */
    Link open(MessageLimit messages) throws LdapFailure {
        return open(messages, new ConnectTrace());
    }

    /** Connects as above, and leaves in {@code trace} how far it came. */
    Link open(MessageLimit messages, ConnectTrace trace) throws LdapFailure {
        if (clock.isShutdown()) {
            throw new LdapFailure(ConnectProblems.closed());
        }
        int limitMillis = Math.toIntExact(settings.connectionTimeout().toMillis());
        CertificateJudge judge = new CertificateJudge(truststore);
        StrictTlsSockets tls = settings.verifyCertificates()
                ? StrictTlsSockets.verified(server.host(), judge)
                : StrictTlsSockets.unverified(server.host());
        HostAddresses addresses = new HostAddresses(resolver::resolve, failedAddresses, trace);
        LDAPConnection connection = null;
        try (ConnectAttempt attempt =
                new ConnectAttempt(server.tls() ? tls : null, limitMillis, addresses, messages, clock)) {
            try {
                LDAPConnectionOptions options = options(limitMillis, messages.bytes());
                options.setNameResolver(addresses);
                options.setUnsolicitedNotificationHandler(new NoticeOfDisconnection(attempt::closeSocket));
                connection = new LDAPConnection(attempt, options, server.host(), server.port());
                if (!server.tls() && settings.startTls()) {
                    startTls(connection, tls);
                }
                if (!attempt.succeeded()) {
                    throw new LdapFailure(ConnectProblems.late(server, limitMillis));
                }
                addresses.ended(true);
                return new Link(connection, server, rank, background, attempt::closeSocket);
            } catch (LDAPException | LdapFailure e) {
                addresses.ended(false);
                close(connection);
                if (attempt.isLate()) {
                    throw new LdapFailure(ConnectProblems.late(server, limitMillis), e);
                }
                if (e instanceof LdapFailure failure) {
                    throw failure;
                }
                throw new LdapFailure(ConnectProblems.explain(server, e, judge.last()), e);
            }
        }
    }

    /** Nothing else has been sent before, and nothing is sent after a refusal. */
    private void startTls(LDAPConnection connection, StrictTlsSockets tls) throws LDAPException, LdapFailure {
        try {
            Exchange.over(connection, () -> connection.processExtendedOperation(new StartTLSExtendedRequest(tls)));
        } catch (LDAPExtendedOperationException e) {
            throw new LdapFailure(
                    Problem.of(
                            Problem.Kind.START_TLS_REFUSED,
                            server.toString(),
                            e.getResultCode().toString()),
                    e);
        }
    }

    private LDAPConnectionOptions options(int limitMillis, int largestMessage) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(limitMillis);
        options.setResponseTimeoutMillis(settings.readTimeout().toMillis());
        options.setMaxMessageSize(largestMessage);
        options.setFollowReferrals(false);
        options.setUseSchema(false);
        options.setUseKeepAlive(true);
        options.setSSLSocketVerifier(new TlsVerdict());
        options.setAllowConcurrentSocketFactoryUse(true);
        return options;
    }

    /** As {@link Link#discard}; the attempt closes the socket. */
    private void close(@Nullable LDAPConnection connection) {
        if (connection == null) {
            return;
        }
        try {
            background.execute(() -> connection.close());
        } catch (RejectedExecutionException e) {
            connection.close();
        }
    }
}
