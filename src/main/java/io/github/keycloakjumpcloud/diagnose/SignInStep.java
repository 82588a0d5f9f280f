package io.github.keycloakjumpcloud.diagnose;

import io.github.keycloakjumpcloud.directory.Problem;
import io.github.keycloakjumpcloud.i18n.Sentence;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation.
 *
 * @param judged false where nobody could be asked, so that nothing follows from it
 */
record SignInStep(Finding finding, boolean judged) {

    static SignInStep ok(StepName name, StepDetails details, String messageKey, Object... args) {
        return step(name, Finding.Result.OK, Sentence.of(messageKey, args), null, details, true);
    }

    static SignInStep skipped(StepName name, String messageKey, Object... args) {
        return step(name, Finding.Result.SKIPPED, Sentence.of(messageKey, args), null, StepDetails.none(), true);
    }

    static SignInStep warning(StepName name, StepDetails details, SignInObstacle obstacle, Object... args) {
        return step(name, Finding.Result.WARNING, sentence(obstacle, args), obstacle.code(), details, true);
    }

    static SignInStep failed(StepName name, StepDetails details, SignInObstacle obstacle, Object... args) {
        return step(name, Finding.Result.FAILED, sentence(obstacle, args), obstacle.code(), details, true);
    }

    /** JumpCloud could not be asked. */
    static SignInStep unasked(StepName name, Finding.Result result, StepDetails details, Problem problem) {
        Sentence sentence = new Sentence(problem.kind().messageKey(), problem.details());
        return step(name, result, sentence, SignInObstacle.code(problem.kind()), details, false);
    }

    /** The same where it keeps nobody out, because a sign-in does not look there yet. */
    SignInStep spared() {
        return forbids()
                ? new SignInStep(
                        new Finding(
                                finding.name(),
                                Finding.Result.WARNING,
                                finding.millis(),
                                finding.message(),
                                finding.code(),
                                finding.details()),
                        true)
                : this;
    }

    /** The same, from which nothing follows. */
    SignInStep unjudged() {
        return new SignInStep(finding, false);
    }

    /** The same with the time that it took. */
    SignInStep after(long millis) {
        return new SignInStep(
                new Finding(
                        finding.name(), finding.result(), millis, finding.message(), finding.code(), finding.details()),
                judged);
    }

    boolean forbids() {
        return judged && finding.result() == Finding.Result.FAILED;
    }

    boolean is(StepName name) {
        return finding.name().equals(name.text());
    }

    private static Sentence sentence(SignInObstacle obstacle, Object... args) {
        return Sentence.of(obstacle.messageKey(), args);
    }

    private static SignInStep step(
            StepName name,
            Finding.Result result,
            Sentence message,
            @Nullable String code,
            StepDetails details,
            boolean judged) {
        Map<String, Object> values = details.values();
        return new SignInStep(new Finding(name.text(), result, null, message, code, values), judged);
    }
}
