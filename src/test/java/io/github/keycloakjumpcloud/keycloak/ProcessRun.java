package io.github.keycloakjumpcloud.keycloak;

import io.github.keycloakjumpcloud.command.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A distribution of its own, run by kc.sh. */
record ProcessRun(Path home, ServerLog log, KeycloakProcess process, int httpPort, int managementPort)
        implements KeycloakRun {

    private static final Duration DUMP_LIMIT = Duration.ofMinutes(3);
    private static final AtomicInteger STARTED = new AtomicInteger();

    static ProcessRun launch(KeycloakSettings settings) throws IOException {
        Path built = BuiltDistribution.of(settings);
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
        return new ProcessRun(home, new ServerLog(output), process, http, management);
    }

    Duration cpuTime() {
        return process.cpuTime();
    }

    Path heapDump(Path folder) {
        Path file = folder.resolve("heap.hprof");
        Command.run(folder, jcmd("GC.heap_dump", file.toString()), "", DUMP_LIMIT);
        return file;
    }

    void collectGarbage() {
        Command.run(home, jcmd("GC.run"), "", DUMP_LIMIT);
    }

    List<String> threads() {
        return Command.run(home, jcmd("Thread.print"), "")
                .lines()
                .filter(line -> line.startsWith("\""))
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .toList();
    }

    private List<String> jcmd(String... order) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        List<String> command = new ArrayList<>(List.of(jcmd, String.valueOf(process.javaPid())));
        command.addAll(List.of(order));
        return command;
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void stop() {
        process.close();
    }

    @Override
    public void kill() {
        process.kill();
    }

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
