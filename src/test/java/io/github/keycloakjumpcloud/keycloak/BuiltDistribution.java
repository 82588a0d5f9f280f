package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A Keycloak with the provider in {@code providers/}, after {@code kc.sh build}. Made once per version, Java, provider jar and set of build options, then reused. */
final class BuiltDistribution {

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(4);

    private BuiltDistribution() {}

    static Path of(KeycloakSettings settings) throws IOException {
        Map<String, String> buildOptions = settings.buildOptions();
        Path pristine = TestedKeycloak.home(settings.version());
        List<Path> jars = settings.providers();
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new IllegalStateException(
                        "The provider is not packaged: " + jar + " is missing. Run mvn package first.");
            }
        }
        Path folder = TestSetting.BUILD_FOLDER.path().resolve("keycloak-built");
        Path home = folder.resolve(digest(pristine, jars, buildOptions));
        Path finished = home.resolve(".built");
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(finished)) {
                HardLinkTree.delete(home);
                HardLinkTree.copy(pristine, home);
                for (Path jar : jars) {
                    Path place = home.resolve("providers").resolve(jar.getFileName());
                    Files.copy(jar, place, StandardCopyOption.COPY_ATTRIBUTES);
                }
                build(home, buildOptions);
                Files.createFile(finished);
            }
        }
        return home;
    }

    private static void build(Path home, Map<String, String> options) throws IOException {
        Path output = home.resolve("build.log");
        List<String> arguments = KeycloakProcess.arguments(List.of("build"), options);
        try (KeycloakProcess build = KeycloakProcess.run(home, arguments, Map.of(), output)) {
            if (build.exitCode(BUILD_LIMIT) != 0) {
                throw new IllegalStateException("kc.sh build failed:\n" + new ServerLog(output).tail(80));
            }
        }
    }

    private static String digest(Path pristine, List<Path> jars, Map<String, String> options) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : jars) {
                digest.update(Files.readAllBytes(jar));
            }
            digest.update(
                    (pristine + "|" + TestedKeycloak.javaHome() + "|" + options).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
