package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;

/** A running Keycloak with this project's provider, on ports and with a database of its own, in whatever {@link Backend} the run chose. */
public final class KeycloakServer implements AutoCloseable {

    static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final KeycloakSettings settings;
    private final KeycloakRun run;

    private KeycloakServer(KeycloakSettings settings, KeycloakRun run) {
        this.settings = settings;
        this.run = run;
    }

    /** Returns when the server is ready; throws with the log's tail when it does not get there. */
    public static KeycloakServer start(KeycloakSettings settings) {
        try {
            KeycloakServer server =
                    new KeycloakServer(settings, Backend.chosen().launch(settings));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be started", e);
        }
    }

    private void awaitReady() {
        ReadinessProbe probe = new ReadinessProbe(managementUrl() + "/health/ready");
        try {
            Awaitility.await("Keycloak ready")
                    .atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> !run.isAlive() || probe.isReady());
        } catch (ConditionTimeoutException e) {
            close();
            throw new IllegalStateException(
                    "Keycloak was not ready within " + START_LIMIT + "; the end of its log:\n" + log().tail(80), e);
        }
        if (!run.isAlive()) {
            close();
            throw new IllegalStateException("Keycloak ended during its start; the end of its log:\n" + log().tail(80));
        }
    }

    public String url() {
        return "http://127.0.0.1:" + run.httpPort();
    }

    public String managementUrl() {
        return "http://127.0.0.1:" + run.managementPort();
    }

    public int httpPort() {
        return run.httpPort();
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
            return HttpOne.client(Duration.ofSeconds(5))
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
        return run.log();
    }

    /** What its process has used of the processors so far. */
    public Duration cpuTime() {
        return process().cpuTime();
    }

    /** Writes everything that can be reached in its memory, after a garbage collection, to a file in this folder. */
    public Path heapDump(Path folder) {
        return process().heapDump(folder);
    }

    /** Collects what nothing can reach any more, in the whole heap, and returns when that is done. */
    public void collectGarbage() {
        process().collectGarbage();
    }

    /** The names of its live Java threads. */
    public List<String> threads() {
        return process().threads();
    }

    /** The server's own folder. */
    public Path home() {
        return process().home();
    }

    private ProcessRun process() {
        if (run instanceof ProcessRun process) {
            return process;
        }
        return Assumptions.abort("looks at Keycloak's process or folder, and it runs in a container");
    }

    public boolean isRunning() {
        return run.isAlive();
    }

    /** Ends the server as its operator would; its folder stays until {@link #close()}. */
    public void stop() {
        run.stop();
    }

    /** Ends the server as a crash would. */
    public void kill() {
        run.kill();
    }

    /** Ends the server; its folder goes, its log stays. */
    @Override
    public void close() {
        run.close();
    }
}
