package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.keycloak.KeycloakServer;
import io.github.keycloakjumpcloud.keycloak.KeycloakSettings;
import io.github.keycloakjumpcloud.keycloak.TestAuthority;
import io.github.keycloakjumpcloud.keycloak.TestHosts;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** How Keycloak is started: as an operator would, with a fixed heap and a log of its garbage collections. */
record BenchKeycloak(String heap, String jvmOptions) {

    KeycloakServer start(BenchDatabase database, Path gcLog) {
        return start(database::on, gcLog);
    }

    /** @param database adds the settings of a database */
    KeycloakServer start(UnaryOperator<KeycloakSettings> database, Path gcLog) {
        KeycloakSettings settings = KeycloakSettings.named("bench")
                .trusting(TestAuthority.get().pemFile())
                .startOption("log-level", "INFO")
                .heap(heap)
                .environment("JAVA_OPTS_APPEND", ("-Xlog:gc:file=" + gcLog + ":time " + jvmOptions).trim())
                .hosts(TestHosts.file());
        return KeycloakServer.start(database.apply(settings));
    }
}
