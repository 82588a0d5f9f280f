package io.github.keycloakjumpcloud.federation;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link PostgresKeycloak} as a parameter. The first class that asks for it starts it, all classes of the JVM share it; where PostgreSQL
 * is not installed, they are skipped.
 */
final class PostgresKeycloakExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PostgresKeycloakExtension.class);

    /** Here, as what a parameter's resolution throws would be a failure and never a skipped class. */
    @Override
    public void beforeAll(ExtensionContext context) {
        shared(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PostgresKeycloak.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context);
    }

    private static PostgresKeycloak shared(ExtensionContext context) {
        // JUnit closes what is in the root store at the end of the JVM's test run.
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(PostgresKeycloak.class, key -> PostgresKeycloak.start(), PostgresKeycloak.class);
    }
}
