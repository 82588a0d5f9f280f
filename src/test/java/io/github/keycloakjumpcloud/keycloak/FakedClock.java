package io.github.keycloakjumpcloud.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Debian's libfaketime, which shows a server another time of day. Waits, which go by another clock, take as long as ever. */
public record FakedClock(Path library) {

    private static final Path LIBRARIES = Path.of("/usr/lib");

    /** Skips the calling test where it is not installed. */
    public static FakedClock find() {
        try (Stream<Path> architectures = Files.list(LIBRARIES)) {
            return architectures
                    .map(folder -> folder.resolve("faketime").resolve("libfaketime.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .map(FakedClock::new)
                    .orElseGet(() -> Assumptions.abort("libfaketime is not installed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of a server whose clock is ahead by so much. */
    public KeycloakSettings ahead(KeycloakSettings settings, Duration by) {
        return settings.environment("LD_PRELOAD", library.toString())
                .environment("FAKETIME", "+" + by.toSeconds())
                .environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                // Or a Java that asks an older glibc sees every file from that time, and Keycloak its provider changed
                // since the build.
                .environment("NO_FAKE_STAT", "1")
                // Its remedy for an older glibc makes Java's waits end at once.
                .environment("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }
}
