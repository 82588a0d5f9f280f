package io.github.keycloakjumpcloud.config;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads a component's configuration values into {@link JumpCloudConfig}. Stateless and thread-safe. */
public final class ConfigReader {

    private ConfigReader() {}

    /**
     * Reads the configuration, applying defaults and deriving what was left out.
     *
     * @param values configuration values as the component holds them
     * @param vault resolves {@code ${vault.…}} expressions; gives back anything else as it is
     * @throws IllegalArgumentException where a value is missing or invalid, which validation rules out for saved components
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static JumpCloudConfig read(Map<String, List<String>> values, UnaryOperator<String> vault) {
        throw new UnsupportedOperationException(values.size() + vault.toString());
    }
}
