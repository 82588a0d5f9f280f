package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakjumpcloud.diagnose.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test showed.
 *
 * @param result the worst stage's
 * @param facts in English; left out unless they were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TestAnswer(
        String result, List<FindingAnswer> stages, @Nullable String facts) {

    static TestAnswer of(List<Finding> findings, @Nullable String facts, Translation translation) {
        return new TestAnswer(
                FindingAnswer.worst(findings),
                findings.stream()
                        .map(finding -> FindingAnswer.of(finding, translation))
                        .toList(),
                facts);
    }
}
