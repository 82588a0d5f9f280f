package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import io.github.keycloakjumpcloud.diagnose.Stage.Verdict;
import io.github.keycloakjumpcloud.directory.Inspection;
import io.github.keycloakjumpcloud.i18n.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The connection test: judges what an inspection saw. Stateless and thread-safe. */
public final class ConnectionTest {

    private ConnectionTest() {}

    /**
     * The stages of the test, in the order in which a connection comes about. Their names are stable; a stage stands there once for each server where
     * each is looked at.
     *
     * @param config what was inspected
     * @param now what certificates are judged by
     */
    public static List<Finding> findings(Inspection inspection, JumpCloudConfig config, Instant now) {
        EncryptionJudge judge = new EncryptionJudge(config.connection().verifyCertificates(), now);
        List<Finding> findings = new ArrayList<>(new ServerStages("", judge).findings(inspection.servers()));
        findings.addAll(binds(inspection.readers(), config.connection().bindDn()));
        findings.addAll(new TreeStages(config).findings(inspection.tree()));
        findings.addAll(new ServerStages("sign-in-", judge).findings(inspection.signInServers()));
        return List.copyOf(findings);
    }

    /** A server that fails matters less where the next one let the reader in. */
    private static List<Finding> binds(List<Inspection.Reader> readers, String bindDn) {
        if (readers.isEmpty()) {
            return List.of(Stage.of("bind", Map.of("bindDn", bindDn)).unreached());
        }
        boolean signedIn =
                readers.stream().anyMatch(reader -> reader.bind().seen().isPresent());
        Finding.Result severity = signedIn ? Finding.Result.WARNING : Finding.Result.FAILED;
        return readers.stream().map(reader -> bind(reader, severity, bindDn)).toList();
    }

    private static Finding bind(Inspection.Reader reader, Finding.Result severity, String bindDn) {
        String url = reader.server().toString();
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("server", url);
        known.put("bindDn", bindDn);
        return new Stage("bind", severity, known)
                .finding(reader.bind(), dn -> Verdict.ok(Sentence.of("jumpcloud.test.signedIn", dn, url), Map.of()));
    }
}
