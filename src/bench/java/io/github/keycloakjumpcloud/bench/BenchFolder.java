package io.github.keycloakjumpcloud.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run keeps things, below the build folder. */
record BenchFolder(Path path) {

    static BenchFolder get() {
        return new BenchFolder(
                Path.of(System.getProperty("build.folder", "target"), "bench").toAbsolutePath());
    }

    Path gcLog(String name) {
        return inside("gc").resolve(name + ".log");
    }

    /** A folder that is there. */
    Path inside(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
