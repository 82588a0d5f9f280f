package io.github.keycloakjumpcloud.config;

import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

/** What the admin console shows on the provider's page. Stateless and thread-safe. */
public final class ConfigProperties {

    private ConfigProperties() {}

    /** The properties in the order of the page: the first four fields are all that a new provider needs. */
    public static List<ProviderConfigProperty> list() {
        return List.of();
    }
}
