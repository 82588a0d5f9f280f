package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import java.nio.file.Path;
import java.util.Map;

/** How Keycloak is started: as an operator would, with a fixed heap and a log of its garbage collections. */
record BenchKeycloak(String heap, String jvmOptions) {

    KeycloakServer start(BenchDatabase database, Path gcLog) {
        return start(database, gcLog, Map.of());
    }

    /** With further start options. */
    KeycloakServer start(BenchDatabase database, Path gcLog, Map<String, String> options) {
        KeycloakSettings settings = KeycloakSettings.named("bench")
                .trusting(TestAuthority.get().pemFile())
                .startOption("log-level", "INFO")
                .heap(heap)
                .environment("JAVA_OPTS_APPEND", ("-Xlog:gc:file=" + gcLog + ":time " + jvmOptions).trim());
        for (Map.Entry<String, String> option : options.entrySet()) {
            settings = settings.startOption(option.getKey(), option.getValue());
        }
        return KeycloakServer.start(database.on(settings));
    }
}
