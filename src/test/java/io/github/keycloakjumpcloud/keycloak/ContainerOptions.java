package io.github.keycloakjumpcloud.keycloak;

import io.github.keycloakjumpcloud.postgres.PostgresDatabase;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of a server as they read in a container; {@code files} are those that they name, with their places there. */
record ContainerOptions(List<String> arguments, Map<String, String> environment, Map<Path, String> files) {

    private static final String TRUSTSTORE = "truststore-paths";
    private static final String JAVA_OPTIONS = "JAVA_OPTS_APPEND";
    private static final String HEAP = "JAVA_OPTS_KC_HEAP";
    private static final String CONF = "/opt/keycloak/conf/";
    private static final String IMPORTS = "/opt/keycloak/data/import/";

    /** {@code database} as Keycloak reaches it. */
    static ContainerOptions of(KeycloakSettings settings, PostgresDatabase database) {
        Map<Path, String> files = new LinkedHashMap<>();
        Map<String, String> options = new LinkedHashMap<>(settings.buildOptions());
        options.putAll(settings.startOptions());
        options.put("db", "postgres");
        options.put("db-url", database.url());
        options.put("db-username", database.user());
        options.put("db-password", database.password());
        // Published ports lead to the container's own interface, not to its loopback.
        options.remove("http-host");
        String trusted = options.remove(TRUSTSTORE);
        if (trusted != null) {
            String place = CONF + Path.of(trusted).getFileName();
            files.put(Path.of(trusted), place);
            options.put(TRUSTSTORE, place);
        }
        settings.realmImports().forEach(realm -> files.put(realm, IMPORTS + realm.getFileName()));
        return new ContainerOptions(KeycloakProcess.arguments(List.of(), options), environment(settings), files);
    }

    private static Map<String, String> environment(KeycloakSettings settings) {
        Map<String, String> environment = new LinkedHashMap<>(settings.environment());
        // KeycloakContainer sets the variable for the heap itself.
        String heap = environment.getOrDefault(HEAP, "");
        environment.remove(HEAP);
        String java = environment.getOrDefault(JAVA_OPTIONS, "");
        // The container has a hosts file of its own.
        String kept = java.replaceAll(KeycloakSettings.HOSTS_FILE + "\\S+", "");
        // Tests read the log as one file.
        environment.put(JAVA_OPTIONS, kept + " " + heap + " -Dquarkus.log.file.rotation.max-file-size=1G");
        return environment;
    }
}
