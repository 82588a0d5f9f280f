package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of kc.sh, with the Java process below it. Ends with the JVM that started it, at the latest. */
final class KeycloakProcess implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Process shell;
    private final Thread atExit;

    private KeycloakProcess(Process shell) {
        this.shell = shell;
        this.atExit = new Thread(this::end, "stop-keycloak-" + shell.pid());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static List<String> arguments(List<String> command, Map<String, String> options) {
        List<String> arguments = new ArrayList<>(command);
        options.forEach((option, value) -> arguments.add("--" + option + "=" + value));
        return arguments;
    }

    static KeycloakProcess run(Path home, List<String> arguments, Map<String, String> environment, Path output)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("kc.sh").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        TestedKeycloak.prepare(builder.environment());
        builder.environment().putAll(environment);
        return new KeycloakProcess(builder.start());
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    long pid() {
        return shell.pid();
    }

    /** The process in which Keycloak itself runs. */
    long javaPid() {
        return family().stream()
                .filter(member -> member.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Keycloak does not run"))
                .pid();
    }

    Duration cpuTime() {
        return family().stream()
                .map(member -> member.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    int exitCode(Duration limit) {
        try {
            if (!shell.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                end();
                throw new IllegalStateException("kc.sh did not end within " + limit);
            }
            return shell.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
            throw new IllegalStateException("Interrupted while kc.sh was running", e);
        }
    }

    /** Kills without any chance to clean up, as a crash does. */
    void kill() {
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(family);
    }

    private void end() {
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroy);
        if (!awaitEnd(family)) {
            family.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(family);
        }
    }

    /** Children first: a shell that has lost its Java process ends by itself. */
    private List<ProcessHandle> family() {
        List<ProcessHandle> family = new ArrayList<>(shell.descendants().toList());
        family.add(shell.toHandle());
        return family;
    }

    private static boolean awaitEnd(List<ProcessHandle> family) {
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        for (ProcessHandle process : family) {
            try {
                process.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException | TimeoutException e) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is going down already, and the hook with it.
            return;
        }
    }
}
