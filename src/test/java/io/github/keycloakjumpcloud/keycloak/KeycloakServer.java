package io.github.keycloakjumpcloud.keycloak;

import io.github.keycloakjumpcloud.command.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A running Keycloak distribution with this project's provider, in a folder, on ports and with a database of its own. */
public final class KeycloakServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration DUMP_LIMIT = Duration.ofMinutes(3);
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final KeycloakSettings settings;
    private final Path home;
    private final ServerLog log;
    private final KeycloakProcess process;
    private final int httpPort;
    private final int managementPort;

    private KeycloakServer(
            KeycloakSettings settings,
            Path home,
            ServerLog log,
            KeycloakProcess process,
            int httpPort,
            int managementPort) {
        this.settings = settings;
        this.home = home;
        this.log = log;
        this.process = process;
        this.httpPort = httpPort;
        this.managementPort = managementPort;
    }

    /** Returns when the server is ready; throws with the log's tail when it does not get there. */
    public static KeycloakServer start(KeycloakSettings settings) {
        return start(settings, TestSetting.PROVIDER_JAR.path());
    }

    /** With another jar of the provider, such as that of an older version. */
    public static KeycloakServer start(KeycloakSettings settings, Path provider) {
        try {
            KeycloakServer server = launch(settings, provider);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be started", e);
        }
    }

    private static KeycloakServer launch(KeycloakSettings settings, Path provider) throws IOException {
        Path built = BuiltDistribution.of(settings, provider);
        String name = settings.name() + "-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
        Path folder = TestSetting.BUILD_FOLDER.path().resolve("keycloak-servers");
        Path home = folder.resolve(name);
        HardLinkTree.delete(home);
        HardLinkTree.copy(built, home);

        int http = settings.httpPort() == 0 ? Ports.free() : settings.httpPort();
        int management = settings.managementPort() == 0 ? Ports.free() : settings.managementPort();
        Map<String, String> options = new LinkedHashMap<>(settings.startOptions());
        options.put("http-port", String.valueOf(http));
        options.put("http-management-port", String.valueOf(management));
        List<String> arguments = KeycloakProcess.arguments(List.of("start", "--optimized"), options);
        if (!settings.realmImports().isEmpty()) {
            Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
            for (Path realm : settings.realmImports()) {
                Files.copy(realm, imports.resolve(realm.getFileName()));
            }
            arguments.add("--import-realm");
        }
        Map<String, String> environment = new LinkedHashMap<>(settings.environment());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", settings.adminUser());
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
        Path output = folder.resolve(name + ".log");
        KeycloakProcess process = KeycloakProcess.run(home, arguments, environment, output);
        return new KeycloakServer(settings, home, new ServerLog(output), process, http, management);
    }

    private void awaitReady() {
        ReadinessProbe probe = new ReadinessProbe(managementUrl() + "/health/ready");
        try {
            Awaitility.await("Keycloak ready")
                    .atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> !process.isAlive() || probe.isReady());
        } catch (ConditionTimeoutException e) {
            close();
            throw new IllegalStateException(
                    "Keycloak was not ready within " + START_LIMIT + "; the end of its log:\n" + log.tail(80), e);
        }
        if (!process.isAlive()) {
            close();
            throw new IllegalStateException("Keycloak ended during its start; the end of its log:\n" + log.tail(80));
        }
    }

    public String url() {
        return "http://127.0.0.1:" + httpPort;
    }

    public String managementUrl() {
        return "http://127.0.0.1:" + managementPort;
    }

    public int httpPort() {
        return httpPort;
    }

    /** Whether the health endpoint says that it is ready. */
    public boolean isReady() {
        return new ReadinessProbe(managementUrl() + "/health/ready").isReady();
    }

    /** The Prometheus page. */
    public String metrics() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(managementUrl() + "/metrics"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String adminUser() {
        return settings.adminUser();
    }

    public String adminPassword() {
        return settings.adminPassword();
    }

    public AdminApi admin() {
        return new AdminApi(url(), settings.adminUser(), settings.adminPassword());
    }

    public ServerLog log() {
        return log;
    }

    /** What its process has used of the processors so far. */
    public Duration cpuTime() {
        return process.cpuTime();
    }

    /** Writes everything that can be reached in its memory, after a garbage collection, to a file in this folder. */
    public Path heapDump(Path folder) {
        Path file = folder.resolve("heap.hprof");
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Command.run(
                folder,
                List.of(jcmd, String.valueOf(process.javaPid()), "GC.heap_dump", file.toString()),
                "",
                DUMP_LIMIT);
        return file;
    }

    /** The names of its live Java threads. */
    public List<String> threads() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String dump = Command.run(home, List.of(jcmd, String.valueOf(process.javaPid()), "Thread.print"), "");
        return dump.lines()
                .filter(line -> line.startsWith("\""))
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .toList();
    }

    /** The server's own folder. */
    public Path home() {
        return home;
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Ends the server as its operator would; its folder stays until {@link #close()}. */
    public void stop() {
        process.close();
    }

    /** Ends the server as a crash would. */
    public void kill() {
        process.kill();
    }

    /** Ends the server; its folder goes, its log stays. */
    @Override
    public void close() {
        process.close();
        try {
            HardLinkTree.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
