package io.github.keycloakjumpcloud.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of {@code examples/}, run as an administrator would. */
public final class ExampleScript {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private ExampleScript() {}

    /**
     * Runs it to its end.
     *
     * @param folder for what it writes and what is typed
     * @param environment instead of what this process has of Keycloak's and JumpCloud's variables
     * @param typed standard input
     */
    public static Ended run(Path folder, ExampleFile script, Map<String, String> environment, String typed) {
        try {
            Path in = Files.writeString(folder.resolve("typed.txt"), typed);
            Path out = folder.resolve("out.txt");
            ProcessBuilder builder = new ProcessBuilder(script.path().toString())
                    .redirectErrorStream(true)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JUMPCLOUD_"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return new Ended(process.waitFor(), Files.readString(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * How it ended.
     *
     * @param status its exit status
     * @param output what it wrote, errors included
     */
    public record Ended(int status, String output) {}
}
