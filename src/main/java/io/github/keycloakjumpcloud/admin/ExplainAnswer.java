package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakjumpcloud.diagnose.UserExplanation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody can or cannot sign in.
 *
 * @param verdict {@code can}, {@code cannot} or {@code unknown}
 * @param username what was asked for
 * @param userId Keycloak's id of the user to whom it leads; left out where there is none
 * @param steps what was looked at, always the same steps in the same order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplainAnswer(
        String verdict, String username, @Nullable String userId, List<FindingAnswer> steps) {

    static ExplainAnswer of(UserExplanation explanation, Translation translation) {
        return new ExplainAnswer(
                explanation.outlook().name().toLowerCase(Locale.ROOT),
                explanation.asked(),
                explanation.userId(),
                explanation.steps().stream()
                        .map(step -> FindingAnswer.of(step, translation))
                        .toList());
    }
}
