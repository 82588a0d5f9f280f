package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java on this machine: the one that runs the tests, or one that {@code -Djava.25.home}, the variable {@code JAVA_25_HOME} or the usual folders show.
 *
 * @param home where its {@code bin} is
 * @param version as it says itself, such as {@code 25.0.1}
 */
public record InstalledJava(Path home, String version) {

    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/opt"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java"));

    /** One with this first number of its version; empty where there is none. */
    public static Optional<InstalledJava> find(int feature) {
        return candidates(feature).stream()
                .flatMap(home -> at(home).stream())
                .filter(java -> java.feature() == feature)
                .findFirst();
    }

    /** What is installed there; empty if it is no Java. */
    public static Optional<InstalledJava> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.isRegularFile(release)) {
            return Optional.empty();
        }
        Properties facts = new Properties();
        try (var reader = Files.newBufferedReader(release)) {
            facts.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(facts.getProperty("JAVA_VERSION"))
                .map(quoted -> new InstalledJava(home, quoted.replace("\"", "")));
    }

    /** The first number of its version, such as 25. */
    public int feature() {
        return Runtime.Version.parse(version).feature();
    }

    private static List<Path> candidates(int feature) {
        List<Path> homes = new ArrayList<>();
        add(homes, System.getProperty("java." + feature + ".home"));
        add(homes, System.getenv("JAVA_" + feature + "_HOME"));
        // As the machines of a well-known forge name it.
        add(homes, System.getenv("JAVA_HOME_" + feature + "_X64"));
        add(homes, System.getProperty("java.home"));
        FOLDERS.forEach(folder -> below(folder).forEach(home -> {
            homes.add(home);
            homes.add(home.resolve("Contents").resolve("Home"));
        }));
        return homes;
    }

    private static void add(List<Path> homes, @Nullable String home) {
        if (home != null && !home.isBlank()) {
            homes.add(Path.of(home));
        }
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
