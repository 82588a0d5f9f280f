package io.github.keycloakjumpcloud.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakjumpcloud.diagnose.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the REST shows it.
 *
 * @param result {@code ok}, {@code warning}, {@code failed} or {@code skipped}
 * @param message in the caller's language
 * @param code left out where nothing is wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FindingAnswer(
        String name,
        String result,
        @Nullable Long millis,
        String message,
        @Nullable String code,
        Map<String, Object> details) {

    static FindingAnswer of(Finding finding, Translation translation) {
        return new FindingAnswer(
                finding.name(),
                word(finding.result()),
                finding.millis(),
                translation.text(finding.message()),
                finding.code(),
                finding.details());
    }

    /** The worst of them, {@code ok} of none. */
    static String worst(List<Finding> findings) {
        return word(findings.stream()
                .map(Finding::result)
                .filter(result -> result != Finding.Result.SKIPPED)
                .max(Comparator.naturalOrder())
                .orElse(Finding.Result.OK));
    }

    private static String word(Finding.Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }
}
