package io.github.keycloakjumpcloud.admin;

import io.github.keycloakjumpcloud.diagnose.Finding;
import java.util.List;

/**
 * What a test showed.
 *
 * @param result the worst stage's
 */
record TestAnswer(String result, List<FindingAnswer> stages) {

    static TestAnswer of(List<Finding> findings, Translation translation) {
        return new TestAnswer(
                FindingAnswer.worst(findings),
                findings.stream()
                        .map(finding -> FindingAnswer.of(finding, translation))
                        .toList());
    }
}
