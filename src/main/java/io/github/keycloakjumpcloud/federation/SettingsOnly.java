package io.github.keycloakjumpcloud.federation;

import io.github.keycloakjumpcloud.config.ConfigProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What an administrator can set on the provider's page, without what Keycloak and this provider note in a component themselves. */
final class SettingsOnly {

    private SettingsOnly() {}

    /** Configuration values by key; absent where nothing is set. */
    static Map<String, List<String>> of(ComponentModel component) {
        Map<String, List<String>> values = new HashMap<>();
        for (ProviderConfigProperty property : ConfigProperties.list()) {
            List<String> value = component.getConfig().get(property.getName());
            if (value != null) {
                values.put(property.getName(), List.copyOf(value));
            }
        }
        return values;
    }
}
