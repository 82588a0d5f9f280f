package io.github.keycloakjumpcloud.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a server keeps its data: a temporary folder. */
final class PostgresFolder {

    private PostgresFolder() {}

    /** In the build folder, or, where the user that PostgreSQL runs as cannot get there (/root is closed), in the system's temporary folder. */
    static Path create(PostgresPrograms programs) throws IOException {
        Path build = Path.of(System.getProperty("build.folder", "target")).toAbsolutePath();
        Files.createDirectories(build);
        Path folder = programs.asPackageUser() && !isOpen(build)
                ? Files.createTempDirectory("postgres")
                : Files.createTempDirectory(build, "postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static boolean isOpen(Path folder) throws IOException {
        for (Path path = folder; path != null; path = path.getParent()) {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
