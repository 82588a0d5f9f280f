package io.github.keycloakjumpcloud.demo;

import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.standin.JumpCloudStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all tests of a class the same {@link RunningDemo} and closes it when they are done. */
final class DemoExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningDemo.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getParent()
                .orElseThrow()
                .getStore(Namespace.create(DemoExtension.class))
                .computeIfAbsent(RunningDemo.class, key -> start(), RunningDemo.class);
    }

    private static RunningDemo start() {
        try {
            Path template = harmlessTemplate();
            try {
                KeycloakSettings settings = new RealOrganization("0123456789abcdef01234567", "reader", "quote\" and \\")
                        .applyTo(KeycloakSettings.named("demo"))
                        .importing(template);
                return RunningDemo.withStandIn(settings, JumpCloudStandIn.builder());
            } finally {
                Files.delete(template);
                Files.delete(template.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The template, to see that its placeholders are filled, and that an import does without JumpCloud: nobody answers there. */
    private static Path harmlessTemplate() throws IOException {
        String template =
                Files.readString(RunningDemo.TEMPLATE).replace("ldaps://ldap.jumpcloud.com:636", "ldaps://localhost:1");
        return Files.writeString(Files.createTempDirectory("demo").resolve("template.json"), template);
    }
}
