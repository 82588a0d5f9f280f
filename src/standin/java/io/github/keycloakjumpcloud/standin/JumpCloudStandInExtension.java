package io.github.keycloakjumpcloud.standin;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a stand-in for the tests of a class and hands it to parameters of type {@link JumpCloudStandIn}. Use it with {@code @ExtendWith} for the
 * readable company, or describe one in a static field with {@code @RegisterExtension}:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final JumpCloudStandInExtension JUMPCLOUD =
 *         JumpCloudStandInExtension.with(builder -> builder.generated(2000, 50, 5)).perTest();
 * }</pre>
 *
 * <p>One stand-in serves all tests of the class and is {@linkplain JumpCloudStandIn#reset() reset} before each; changed data stays changed. With
 * {@link #perTest()} each test gets a new one. Not for tests of one class that run in parallel.
 */
public final class JumpCloudStandInExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final Supplier<JumpCloudStandIn> starter;
    private final boolean perTest;
    private @Nullable JumpCloudStandIn running;

    /** The readable company, one stand-in per class. */
    public JumpCloudStandInExtension() {
        this(() -> JumpCloudStandIn.builder().start(), false);
    }

    private JumpCloudStandInExtension(Supplier<JumpCloudStandIn> starter, boolean perTest) {
        this.starter = starter;
        this.perTest = perTest;
    }

    /** A stand-in as described, one per class. */
    public static JumpCloudStandInExtension with(UnaryOperator<JumpCloudStandIn.Builder> description) {
        return new JumpCloudStandInExtension(
                () -> description.apply(JumpCloudStandIn.builder()).start(), false);
    }

    /** The same, with a new stand-in for each test. */
    public JumpCloudStandInExtension perTest() {
        return new JumpCloudStandInExtension(starter, true);
    }

    /** The stand-in of the current test, for constructors and fields too: it is started when first asked for. */
    public JumpCloudStandIn standIn() {
        JumpCloudStandIn current = running;
        if (current == null) {
            current = starter.get();
            running = current;
        }
        return current;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!perTest) {
            standIn();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        standIn().reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (perTest) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == JumpCloudStandIn.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return standIn();
    }

    private void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
