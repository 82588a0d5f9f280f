package io.github.keycloakjumpcloud.access;

import io.github.keycloakjumpcloud.config.ConfigReader;
import io.github.keycloakjumpcloud.config.JumpCloudConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The configuration of every component as it was last read: a sign-in need not parse settings that nobody has changed. Thread-safe. */
final class ReadConfigs {

    private static final String VAULT = "${vault.";

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(Map<String, List<String>> values, JumpCloudConfig config) {}

    /**
     * Reads the values, or gives what came of the same ones before. Where one is in the vault they are read each time, because it may change there.
     *
     * @throws IllegalArgumentException where they cannot be read
     */
    JumpCloudConfig read(String componentId, Map<String, List<String>> values, UnaryOperator<String> vault) {
        Entry present = entries.get(componentId);
        if (present != null && present.values().equals(values)) {
            return present.config();
        }
        JumpCloudConfig config = ConfigReader.read(values, vault);
        if (isInVault(values)) {
            forget(componentId);
        } else {
            Map<String, List<String>> copy = new HashMap<>();
            values.forEach((key, list) -> copy.put(key, new ArrayList<>(list)));
            entries.put(componentId, new Entry(copy, config));
        }
        return config;
    }

    private static boolean isInVault(Map<String, List<String>> values) {
        return values.values().stream().flatMap(List::stream).anyMatch(value -> value != null && value.contains(VAULT));
    }

    void forget(String componentId) {
        entries.remove(componentId);
    }
}
