package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.directory.Problem;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * One server as it was found, with the connection if one came about; whoever has it closes that.
 *
 * @param connector opens further connections
 */
record OpenServer(
        ServerConnector connector,
        Inspection.Server look,
        @Nullable Link link) {

    /** Connects, unless the time is up. */
    static OpenServer of(ServerConnector connector, Steps steps) {
        ConnectTrace trace = new ConnectTrace();
        if (steps.deadline().isOver()) {
            return new OpenServer(connector, trace.failed(connector.server(), steps.timeIsUp()), null);
        }
        try {
            Link link = connector.open(MessageLimit.OF_REQUESTS, trace);
            try {
                return new OpenServer(connector, trace.succeeded(connector.server(), encryption(link)), link);
            } catch (SSLPeerUnverifiedException e) {
                link.discard();
                String why = String.valueOf(e.getMessage());
                Problem problem =
                        Problem.of(Problem.Kind.TLS_FAILED, connector.server().toString(), why);
                return new OpenServer(connector, trace.failed(connector.server(), problem), null);
            }
        } catch (LdapFailure e) {
            return new OpenServer(connector, trace.failed(connector.server(), e.problem()), null);
        }
    }

    private static Optional<Inspection.Encryption> encryption(Link link) throws SSLPeerUnverifiedException {
        SSLSession session = link.connection().getSSLSession();
        if (session == null) {
            return Optional.empty();
        }
        Certificate[] chain = session.getPeerCertificates();
        if (chain[0] instanceof X509Certificate certificate) {
            return Optional.of(new Inspection.Encryption(
                    session.getProtocol(),
                    session.getCipherSuite(),
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getIssuerX500Principal().getName(),
                    certificate.getNotAfter().toInstant()));
        }
        throw new SSLPeerUnverifiedException("The certificate is of a kind that nobody knows");
    }

    void close() {
        if (link != null) {
            link.discard();
        }
    }
}
