package io.github.keycloakjumpcloud.directory.ldap;

import io.github.keycloakjumpcloud.config.ServerAddress;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.directory.ldap.CertificateJudge.Judgement;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Explains why no connection came about. */
final class ConnectProblems {

    private ConnectProblems() {}

    /** Explains a failure; {@code judgement} is empty where no certificate was seen. */
    static Problem explain(ServerAddress server, Throwable failure, Optional<Judgement> judgement) {
        if (find(failure, UnknownHostException.class) != null) {
            return Problem.of(Problem.Kind.UNKNOWN_HOST, server.host());
        }
        SSLException tls = find(failure, SSLException.class);
        if (tls != null) {
            return judgement
                    .filter(seen -> find(failure, CertificateException.class) != null)
                    .flatMap(seen -> certificate(server, seen))
                    .orElseGet(() -> Problem.of(Problem.Kind.TLS_FAILED, server.toString(), text(tls)));
        }
        return Problem.of(Problem.Kind.UNREACHABLE, server.toString(), text(root(failure)));
    }

    /** Explains an attempt that reached its time limit. */
    static Problem late(ServerAddress server, int limitMillis) {
        return Problem.of(Problem.Kind.UNREACHABLE, server.toString(), "no answer within " + limitMillis + " ms");
    }

    /** Whether the last address that was tried is one where somebody says that nobody listens. */
    static boolean refused(LdapFailure failure) {
        return root(failure) instanceof ConnectException;
    }

    /** Explains a request that comes after the end: the configuration has changed meanwhile. */
    static Problem closed() {
        return Problem.of(Problem.Kind.CLOSED);
    }

    private static Optional<Problem> certificate(ServerAddress server, Judgement seen) {
        X509Certificate certificate = seen.certificate();
        String subject = certificate.getSubjectX500Principal().getName();
        if (seen.trusted()) {
            // The chain is good, and the handshake failed all the same: what JSSE checks after the chain is the name.
            return names(certificate)
                    .filter(names -> !matches(names, server.host()))
                    .map(names -> Problem.of(
                            Problem.Kind.CERTIFICATE_WRONG_NAME, server.toString(), String.join(", ", names)));
        }
        Instant end = certificate.getNotAfter().toInstant();
        if (end.isBefore(Instant.now())) {
            return Optional.of(
                    Problem.of(Problem.Kind.CERTIFICATE_EXPIRED, server.toString(), subject, end.toString()));
        }
        String issuer = certificate.getIssuerX500Principal().getName();
        return Optional.of(Problem.of(Problem.Kind.CERTIFICATE_UNTRUSTED, server.toString(), subject, issuer));
    }

    private static boolean matches(List<String> names, String host) {
        return names.stream().anyMatch(host::equalsIgnoreCase);
    }

    private static Optional<List<String>> names(X509Certificate certificate) {
        try {
            var alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives == null) {
                return Optional.of(List.of(certificate.getSubjectX500Principal().getName()));
            }
            return Optional.of(alternatives.stream()
                    .map(name -> String.valueOf(name.get(1)))
                    .collect(Collectors.toList()));
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
