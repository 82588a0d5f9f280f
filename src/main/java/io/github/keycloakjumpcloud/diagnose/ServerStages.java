package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.diagnose.Stage.Verdict;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.i18n.Sentence;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Name, connection and encryption of each server. One that works is enough, so that the others' failures are warnings then. */
final class ServerStages {

    private final String prefix;
    private final EncryptionJudge judge;

    /** @param prefix before the stages' names */
    ServerStages(String prefix, EncryptionJudge judge) {
        this.prefix = prefix;
        this.judge = judge;
    }

    List<Finding> findings(List<Inspection.Server> servers) {
        boolean anyWorks = servers.stream().anyMatch(Inspection.Server::isUsable);
        Finding.Result severity = anyWorks ? Finding.Result.WARNING : Finding.Result.FAILED;
        return servers.stream().flatMap(server -> findings(server, severity)).toList();
    }

    private Stream<Finding> findings(Inspection.Server server, Finding.Result severity) {
        String url = server.address().toString();
        return Stream.of(
                stage("resolve", url, severity)
                        .finding(
                                server.addresses(),
                                addresses -> resolved(server.address().host(), addresses)),
                stage("connect", url, severity).finding(server.connection(), address -> connected(url, address)),
                stage("tls", url, severity).finding(server.encryption(), encryption -> judge.verdict(url, encryption)));
    }

    private Stage stage(String name, String url, Finding.Result severity) {
        return new Stage(prefix + name, severity, Map.of("server", url));
    }

    private static Verdict resolved(String host, List<String> addresses) {
        return Verdict.ok(
                Sentence.of("jumpcloud.test.resolved", host, String.join(", ", addresses)),
                Map.of("addresses", addresses));
    }

    private static Verdict connected(String url, String address) {
        return Verdict.ok(Sentence.of("jumpcloud.test.connected", url, address), Map.of("address", address));
    }
}
