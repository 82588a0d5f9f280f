package io.github.keycloakjumpcloud.keycloak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a Keycloak is started. Options are written as on kc.sh's command line, without the leading dashes; build options change the augmented
 * distribution (cached per set of options), start options cost nothing. A port of 0 means a free one, an empty version that of the build. The providers are
 * the jars in {@code providers/}.
 */
public record KeycloakSettings(
        String name,
        String version,
        int httpPort,
        int managementPort,
        String adminUser,
        String adminPassword,
        Map<String, String> buildOptions,
        Map<String, String> startOptions,
        Map<String, String> environment,
        List<Path> realmImports,
        List<Path> providers) {

    /** Java's option for {@link #hosts}. */
    static final String HOSTS_FILE = "-Djdk.net.hosts.file=";

    public KeycloakSettings {
        buildOptions = Collections.unmodifiableMap(new LinkedHashMap<>(buildOptions));
        startOptions = Collections.unmodifiableMap(new LinkedHashMap<>(startOptions));
        environment = Map.copyOf(environment);
        realmImports = List.copyOf(realmImports);
        providers = List.copyOf(providers);
    }

    /** In-memory database, no cluster, health and metrics on, this project's log category at DEBUG. */
    public static KeycloakSettings named(String name) {
        Map<String, String> build = new LinkedHashMap<>();
        build.put("db", "dev-mem");
        build.put("health-enabled", "true");
        build.put("metrics-enabled", "true");
        Map<String, String> start = new LinkedHashMap<>();
        start.put("http-enabled", "true");
        start.put("http-host", "127.0.0.1");
        start.put("hostname-strict", "false");
        start.put("cache", "local");
        start.put("log-level", "INFO,io.smallrye.health:error,io.github.keycloakjumpcloud:debug");
        // C1 alone: a test server lives too briefly to profit from C2, and starts seconds sooner on two cores.
        Map<String, String> environment =
                Map.of("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1", "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx1g");
        List<Path> providers =
                TestSetting.PROVIDER_JAR.given().map(Path::of).stream().toList();
        return new KeycloakSettings(name, "", 0, 0, "admin", "admin", build, start, environment, List.of(), providers);
    }

    /** Another version, which the build has unpacked beside its own. */
    public KeycloakSettings version(String other) {
        return server(other, httpPort, managementPort, adminUser, adminPassword);
    }

    public KeycloakSettings ports(int http, int management) {
        return server(version, http, management, adminUser, adminPassword);
    }

    public KeycloakSettings admin(String user, String password) {
        return server(version, httpPort, managementPort, user, password);
    }

    public KeycloakSettings buildOption(String option, String value) {
        return contents(with(buildOptions, option, value), startOptions, environment, realmImports, providers);
    }

    public KeycloakSettings startOption(String option, String value) {
        return contents(buildOptions, with(startOptions, option, value), environment, realmImports, providers);
    }

    /** PEM files (or folders of them) whose authorities outgoing connections trust. */
    public KeycloakSettings trusting(Path pem) {
        return startOption("truststore-paths", pem.toAbsolutePath().toString());
    }

    /** The only host names that it knows. */
    public KeycloakSettings hosts(Path file) {
        String options = environment.getOrDefault("JAVA_OPTS_APPEND", "");
        return environment("JAVA_OPTS_APPEND", options + " " + HOSTS_FILE + file.toAbsolutePath());
    }

    public KeycloakSettings environment(String variable, String value) {
        return contents(buildOptions, startOptions, with(environment, variable, value), realmImports, providers);
    }

    /** Other jars than that of this build, or none. */
    public KeycloakSettings providers(List<Path> jars) {
        return contents(buildOptions, startOptions, environment, realmImports, jars);
    }

    /** A database server in place of the one in memory; {@code vendor} as in the build option {@code db}, e.g. {@code postgres}. */
    public KeycloakSettings database(String vendor, String url, String user, String password) {
        return buildOption("db", vendor)
                .startOption("db-url", url)
                .startOption("db-username", user)
                .startOption("db-password", password);
    }

    /** One of several servers on one database. */
    KeycloakSettings clustered(int jgroupsPort) {
        return startOption("cache", "ispn")
                .startOption("cache-embedded-network-bind-address", "127.0.0.1")
                .startOption("cache-embedded-network-bind-port", String.valueOf(jgroupsPort));
    }

    /** The Java heap, e.g. {@code -Xmx768m}, in place of this harness' 1 GiB. */
    public KeycloakSettings heap(String options) {
        return environment("JAVA_OPTS_KC_HEAP", options);
    }

    /** Another Java for the server than its {@code kc.sh build} has run on. */
    public KeycloakSettings java(InstalledJava java) {
        return environment("JAVA_HOME", java.home().toString());
    }

    public KeycloakSettings importing(Path realmJson) {
        List<Path> imports = new ArrayList<>(realmImports);
        imports.add(realmJson);
        return contents(buildOptions, startOptions, environment, imports, providers);
    }

    private KeycloakSettings server(String version, int http, int management, String user, String password) {
        return new KeycloakSettings(
                name,
                version,
                http,
                management,
                user,
                password,
                buildOptions,
                startOptions,
                environment,
                realmImports,
                providers);
    }

    private KeycloakSettings contents(
            Map<String, String> build,
            Map<String, String> start,
            Map<String, String> variables,
            List<Path> imports,
            List<Path> jars) {
        return new KeycloakSettings(
                name,
                version,
                httpPort,
                managementPort,
                adminUser,
                adminPassword,
                build,
                start,
                variables,
                imports,
                jars);
    }

    private static Map<String, String> with(Map<String, String> options, String option, String value) {
        Map<String, String> changed = new LinkedHashMap<>(options);
        changed.put(option, value);
        return changed;
    }
}
