package io.github.keycloakjumpcloud.demo;

import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all tests of a class the same {@link RunningDemo} and closes it at the end of the run. */
final class DemoExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningDemo.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(DemoExtension.class))
                .computeIfAbsent(
                        RunningDemo.class,
                        key -> RunningDemo.withStandIn(KeycloakSettings.named("demo"), JumpCloudStandIn.builder()),
                        RunningDemo.class);
    }
}
