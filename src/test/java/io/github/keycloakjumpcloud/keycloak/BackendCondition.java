package io.github.keycloakjumpcloud.keycloak;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips what the chosen backend cannot run: all integration tests on containers without a Docker engine, and those that {@link OnlyOn} names. */
public final class BackendCondition implements ExecutionCondition {

    private static final Namespace NAMESPACE = Namespace.create(BackendCondition.class);
    private static final ConditionEvaluationResult RUNS = ConditionEvaluationResult.enabled("the backend can run it");

    /** JUnit finds it by its name in {@code META-INF/services}. */
    public BackendCondition() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!context.getTestClass().map(BackendCondition::isIntegrationTest).orElse(false)) {
            return RUNS;
        }
        Backend chosen = Backend.chosen();
        Optional<OnlyOn> only = AnnotationSupport.findAnnotation(context.getElement(), OnlyOn.class);
        if (only.isPresent() && only.get().value() != chosen) {
            return ConditionEvaluationResult.disabled("runs on -Dkeycloak.backend="
                    + only.get().value() + " only: " + only.get().because());
        }
        return chosen == Backend.CONTAINER ? withEngine(context) : RUNS;
    }

    private static ConditionEvaluationResult withEngine(ExtensionContext context) {
        DockerEngine engine = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(DockerEngine.class, key -> DockerEngine.look(), DockerEngine.class);
        return engine.isThere() ? RUNS : ConditionEvaluationResult.disabled(DockerEngine.MISSING);
    }

    private static boolean isIntegrationTest(Class<?> test) {
        return test.getName().replaceFirst("\\$.*", "").endsWith("IT");
    }
}
