package io.github.keycloakjumpcloud.matrix;

import io.github.keycloakjumpcloud.keycloak.InstalledJava;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Has Maven run the integration tests on one cell, with the jar and the classes that are there: nothing is compiled again. */
record CellRun(Cell cell, InstalledJava java, MatrixOptions options, Path buildFolder) {

    /** The whole suite takes some twenty minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(90);

    /** All but the one that starts versions of its own. */
    private static final String ALL = "*IT,!OtherVersionsIT";

    CellResult run(TestedJar jar) {
        long begun = System.nanoTime();
        Path reports = buildFolder.resolve("failsafe-reports");
        Path kept = buildFolder.resolve("matrix").resolve(cell.keycloak() + "-java" + cell.java());
        try {
            delete(reports);
            delete(kept);
            Files.createDirectories(kept);
            int status = maven(kept.resolve("maven.log"));
            Tally tally = FailsafeReports.in(reports);
            if (Files.isDirectory(reports)) {
                Files.move(reports, kept.resolve("failsafe-reports"));
            }
            return new CellResult(
                    cell,
                    java.version(),
                    options.only(),
                    status == 0 ? tally : broken(tally, status),
                    Duration.ofNanos(System.nanoTime() - begun).toMinutes(),
                    jar.digest(),
                    jar.commit(),
                    LocalDate.now(ZoneOffset.UTC).toString(),
                    command());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tally broken(Tally tally, int status) {
        List<String> failed = new ArrayList<>(tally.failed());
        failed.add("Maven ended with " + status);
        return new Tally(tally.classes(), tally.tests(), failed, tally.skipped());
    }

    private int maven(Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home", ""), "bin", "mvn").toString());
        command.addAll(options.maven());
        command.addAll(List.of(
                "-B",
                "-ntp",
                // Without it Failsafe would not know what to make of its argument line.
                "jacoco:prepare-agent@agent",
                "dependency:unpack@unpack-keycloak",
                "dependency:unpack@unpack-other-keycloaks",
                "failsafe:integration-test@real-keycloak",
                "-Djacoco.skip",
                "-Dkeycloak.version=" + cell.keycloak(),
                "-Dkeycloak.java.home=" + java.home(),
                "-Dit.test=" + (options.only().isEmpty() ? ALL : options.only())));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "stop-maven"));
        try {
            if (!process.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES)) {
                end(process);
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(process);
            throw new IllegalStateException(e);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** For people: the same from the sources. */
    private String command() {
        String java = "-Dkeycloak.java.home=<JDK " + cell.java() + ">";
        String only = options.only().isEmpty() ? "" : " -Dit.test=" + options.only();
        return "mvn verify -Dkeycloak.version=" + cell.keycloak() + " " + java + only;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
