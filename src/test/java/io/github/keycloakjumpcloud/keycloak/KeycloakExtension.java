package io.github.keycloakjumpcloud.keycloak;

import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link KeycloakServer} or its {@link AdminApi} as a parameter. The server is started by the first test that asks for it and shared by
 * all classes of the JVM; every test should make a realm of its own, which goes after its class.
 */
public final class KeycloakExtension implements ParameterResolver, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(KeycloakExtension.class);
    private static final Set<Class<?>> OFFERED = Set.of(KeycloakServer.class, AdminApi.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return OFFERED.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        KeycloakServer server = server(context);
        return parameter.getParameter().getType() == AdminApi.class ? server.admin() : server;
    }

    /** Each realm costs every later call of the administrator time, in Keycloak 26.5 seconds once there are some hundred. */
    @Override
    public void afterAll(ExtensionContext context) {
        SharedServer shared = context.getRoot().getStore(NAMESPACE).get(SharedServer.class, SharedServer.class);
        if (shared != null && shared.server() != null) {
            shared.server().admin().deleteUniqueRealms();
        }
    }

    private static KeycloakServer server(ExtensionContext context) {
        // JUnit closes what is in the root store at the end of the JVM's test run.
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(SharedServer.class, key -> SharedServer.start(), SharedServer.class)
                .orFail();
    }
}
