package io.github.keycloakjumpcloud.bench;

import io.github.keycloakjumpcloud.command.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures were measured on. */
record Machine(String processor, int cores, double memoryMebibytes, String system, String java, String commit) {

    private static final long KIBIBYTES = 1024;

    static Machine read() {
        return new Machine(
                field(Path.of("/proc/cpuinfo"), "model name", ":").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                field(Path.of("/proc/meminfo"), "MemTotal", ":")
                        .map(text -> Double.parseDouble(text.replace("kB", "").trim()) / KIBIBYTES)
                        .orElse(0.0),
                field(Path.of("/etc/os-release"), "PRETTY_NAME", "=")
                        .map(name -> name.replace("\"", ""))
                        .orElse(System.getProperty("os.name")),
                System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")",
                checkedOut());
    }

    private static Optional<String> field(Path file, String name, String separator) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(separator) + 1).trim())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checkedOut() {
        Path folder = BenchFolder.get().inside("commands");
        String id = Command.run(folder, List.of("git", "rev-parse", "--short=10", "HEAD"), "")
                .trim();
        boolean clean = Command.run(folder, List.of("git", "status", "--porcelain", "src/main", "pom.xml"), "")
                .isBlank();
        return clean ? id : id + " with changes that are not committed";
    }
}
