package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.directory.Look;
import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.i18n.Sentence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One stage of the test, and how to speak about it.
 *
 * @param name its name in the answer
 * @param severity how bad it is where it could not be looked at
 * @param known what is known beforehand, shown whatever comes of it
 */
record Stage(String name, Finding.Result severity, Map<String, Object> known) {

    private static final Sentence SKIPPED = Sentence.of("jumpcloud.test.skipped");

    /**
     * What something that was seen amounts to.
     *
     * @param code the problem's stable name, or {@code null} where there is none
     */
    record Verdict(
            Finding.Result result,
            Sentence message,
            @Nullable String code,
            Map<String, Object> details) {

        static Verdict ok(Sentence message, Map<String, Object> details) {
            return new Verdict(Finding.Result.OK, message, null, details);
        }

        static Verdict warning(String code, Sentence message, Map<String, Object> details) {
            return new Verdict(Finding.Result.WARNING, message, code, details);
        }

        static Verdict problem(Finding.Result result, Problem problem, Map<String, Object> details) {
            return new Verdict(result, sentence(problem), problem.kind().code(), details);
        }
    }

    static Stage of(String name, Map<String, Object> known) {
        return new Stage(name, Finding.Result.FAILED, known);
    }

    <T> Finding finding(Look<T> look, Function<T, Verdict> judge) {
        if (look instanceof Look.Seen<T> seen) {
            Verdict verdict = judge.apply(seen.what());
            Map<String, Object> details = new LinkedHashMap<>(known);
            details.putAll(verdict.details());
            return new Finding(
                    name, verdict.result(), seen.took().toMillis(), verdict.message(), verdict.code(), details);
        }
        if (look instanceof Look.Failed<T> failed) {
            Problem problem = failed.problem();
            return new Finding(
                    name,
                    severity,
                    failed.took().toMillis(),
                    sentence(problem),
                    problem.kind().code(),
                    known);
        }
        return unreached();
    }

    /** Nobody came here, because something before it failed. */
    Finding unreached() {
        return skipped(SKIPPED);
    }

    Finding skipped(Sentence why) {
        return new Finding(name, Finding.Result.SKIPPED, null, why, null, known);
    }

    private static Sentence sentence(Problem problem) {
        return new Sentence(problem.kind().messageKey(), problem.details());
    }
}
